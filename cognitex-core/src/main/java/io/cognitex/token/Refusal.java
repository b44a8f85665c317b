package io.cognitex.token;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;

/**
 * The one way in which a token is refused, in words that a log may have.
 */
final class Refusal {

	private Refusal() {
	}

	static CognitoException because(String reason) {
		return new CognitoException(CognitoError.NOT_AUTHORIZED, reason);
	}

}
