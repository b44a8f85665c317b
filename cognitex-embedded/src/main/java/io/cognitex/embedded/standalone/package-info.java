/**
 * The embedded server as a program of its own, for tests in other languages:
 * {@link io.cognitex.embedded.standalone.StandaloneCognito} is its main class.
 */
@NullMarked
package io.cognitex.embedded.standalone;

import org.jspecify.annotations.NullMarked;
