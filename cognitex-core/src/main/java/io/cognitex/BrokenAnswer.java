package io.cognitex;

import org.jspecify.annotations.Nullable;

/**
 * For answers that lack what the service model promises: whoever sent them, it was not
 * Cognito at work.
 */
final class BrokenAnswer {

	private BrokenAnswer() {
	}

	static <T> T require(@Nullable T member, String name) {
		if (member == null) {
			throw because("its answer has no " + name);
		}
		return member;
	}

	static CognitoException because(String reason) {
		return new CognitoException(CognitoError.SERVICE_UNAVAILABLE, "Cognito cannot be understood: " + reason);
	}

}
