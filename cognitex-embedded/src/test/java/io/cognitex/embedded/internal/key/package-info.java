/**
 * Keys, judged by the JDK.
 */
@NullMarked
package io.cognitex.embedded.internal.key;

import org.jspecify.annotations.NullMarked;
