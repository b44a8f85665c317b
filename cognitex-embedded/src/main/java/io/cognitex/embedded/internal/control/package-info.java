/**
 * The control API under {@code /_cognitex/}: what the Java API can do with a server, for
 * tests in other languages. {@link ControlApi} finds the {@link ControlAction} for a
 * path.
 */
@NullMarked
package io.cognitex.embedded.internal.control;

import org.jspecify.annotations.NullMarked;
