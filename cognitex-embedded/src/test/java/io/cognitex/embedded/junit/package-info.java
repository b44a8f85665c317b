/**
 * Tests of the JUnit extension.
 */
@NullMarked
package io.cognitex.embedded.junit;

import org.jspecify.annotations.NullMarked;
