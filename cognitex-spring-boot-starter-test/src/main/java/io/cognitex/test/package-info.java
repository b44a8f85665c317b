/**
 * Placeholder map of the package.
 */
@NullMarked
package io.cognitex.test;

import org.jspecify.annotations.NullMarked;
