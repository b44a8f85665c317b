/**
 * Tests of the standalone program.
 */
@NullMarked
package io.cognitex.embedded.standalone;

import org.jspecify.annotations.NullMarked;
