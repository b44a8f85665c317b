/**
 * Signing in: {@link Flows} finds the {@link Flow} that begins it, {@link Challenges} the
 * {@link Challenge} that goes on with it. A step begins as a {@link Claim}, or takes one
 * up again from {@link ChallengeSessions}; what has been proven makes it a
 * {@link SignInProgress}, and {@link SignInChain} asks every {@link Requirement} what is
 * still missing. Each step ends in an {@link AuthStep}: the next challenge, or tokens. A
 * new flow, challenge or requirement is a new class and a line in {@link SignInEngine}.
 */
@NullMarked
package io.cognitex.embedded.internal.signin;

import org.jspecify.annotations.NullMarked;
