/**
 * Placeholder map of the package.
 */
@NullMarked
package io.cognitex.embedded;

import org.jspecify.annotations.NullMarked;
