/**
 * What is answered about users who do not exist, where the client hides that they do not.
 */
@NullMarked
package io.cognitex.embedded.internal.unknown;

import org.jspecify.annotations.NullMarked;
