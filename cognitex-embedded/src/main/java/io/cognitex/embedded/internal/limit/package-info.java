/**
 * Brakes on guessing: {@link Lockouts} for passwords, {@link AttemptLimits} for
 * everything with a code.
 */
@NullMarked
package io.cognitex.embedded.internal.limit;

import org.jspecify.annotations.NullMarked;
