/**
 * Tests of the sample: each page first shows what it refuses.
 */
@NullMarked
package io.cognitex.sample;

import org.jspecify.annotations.NullMarked;
