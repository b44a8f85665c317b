/**
 * An Amazon Cognito user pool in memory, for tests and for running without AWS.
 *
 * <ul>
 * <li>{@link io.cognitex.embedded.EmbeddedCognito} starts and stops it, and says exactly
 * what is emulated.</li>
 * <li>{@link io.cognitex.embedded.EmbeddedUserPool} is one of its pools, with
 * {@link io.cognitex.embedded.EmbeddedUserPoolClient} for further app clients.</li>
 * <li>{@link io.cognitex.embedded.EmbeddedUser} is a user to begin with.</li>
 * <li>{@link io.cognitex.embedded.SentMessage} is a code that would have been mailed,
 * {@link io.cognitex.embedded.RecordedCall} a call that was answered, and
 * {@link io.cognitex.embedded.Fault} something that is to go wrong.</li>
 * <li>{@code io.cognitex.embedded.junit} has an extension for JUnit.</li>
 * </ul>
 *
 * The packages below {@code internal} are not for use.
 */
@NullMarked
package io.cognitex.embedded;

import org.jspecify.annotations.NullMarked;
