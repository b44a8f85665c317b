/**
 * Tests of what a pool holds.
 */
@NullMarked
package io.cognitex.embedded.internal.pool;

import org.jspecify.annotations.NullMarked;
