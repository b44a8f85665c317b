/**
 * Placeholder map of the package.
 */
@NullMarked
package io.cognitex.boot;

import org.jspecify.annotations.NullMarked;
