/**
 * Signing in: {@link Flows} finds the {@link Flow} that begins it, {@link Challenges} the
 * {@link Challenge} that goes on with it. Each step ends in an {@link AuthStep}: the next
 * challenge, or tokens. A new flow or challenge is a new class and a line in one of the
 * two.
 */
@NullMarked
package io.cognitex.embedded.internal.signin;

import org.jspecify.annotations.NullMarked;
