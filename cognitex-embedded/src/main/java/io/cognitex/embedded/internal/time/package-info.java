/**
 * The time of a server: {@link MovableClock} goes ahead when told to.
 */
@NullMarked
package io.cognitex.embedded.internal.time;

import org.jspecify.annotations.NullMarked;
