/**
 * Looks for secrets in the logs of our own tests. A module that has this on its test
 * class path, and {@link io.cognitex.secretwatch.LogCapture} in its
 * {@code logback-test.xml}, is watched as a whole.
 *
 * <ul>
 * <li>{@link io.cognitex.secretwatch.LogCapture} takes what is logged into
 * {@code CapturedLog}, whatever the level and whatever the console shows.</li>
 * <li>{@link io.cognitex.secretwatch.WireSecrets} and {@code LiteralSecrets} find out
 * what is secret and tell {@link io.cognitex.secretwatch.Secrets}, as a test may.</li>
 * <li>{@link io.cognitex.secretwatch.SecretWatch} compares both after each test
 * class.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.secretwatch;

import org.jspecify.annotations.NullMarked;
