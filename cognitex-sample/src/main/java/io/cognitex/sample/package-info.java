/**
 * Placeholder map of the package.
 */
@NullMarked
package io.cognitex.sample;

import org.jspecify.annotations.NullMarked;
