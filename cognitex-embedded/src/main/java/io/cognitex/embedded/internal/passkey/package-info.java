/**
 * Passkeys: {@link RelyingParty} makes the options and judges what authenticators send,
 * {@link PasskeyChallenges} remembers what was asked.
 */
@NullMarked
package io.cognitex.embedded.internal.passkey;

import org.jspecify.annotations.NullMarked;
