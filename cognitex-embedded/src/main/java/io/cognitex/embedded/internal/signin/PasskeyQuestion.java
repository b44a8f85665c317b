package io.cognitex.embedded.internal.signin;

import io.cognitex.embedded.internal.passkey.PasskeyChallenges;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * What a passkey was asked to sign.
 *
 * @param challenge random bytes
 */
record PasskeyQuestion(byte[] challenge) implements SessionDetail {

	static PasskeyQuestion random() {
		return new PasskeyQuestion(PasskeyChallenges.random());
	}

	@Override
	public String toString() {
		return "PasskeyQuestion[]";
	}

}
