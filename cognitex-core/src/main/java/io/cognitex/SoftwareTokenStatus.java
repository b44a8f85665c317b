package io.cognitex;

import org.jspecify.annotations.Nullable;

/**
 * Cognito can say of an authenticator app that its code was wrong without an error.
 */
final class SoftwareTokenStatus {

	private SoftwareTokenStatus() {
	}

	static void check(@Nullable String status) {
		if (!BrokenAnswer.require(status, "Status").equals("SUCCESS")) {
			throw new CognitoException(CognitoError.ENABLE_SOFTWARE_TOKEN_MFA,
					"Cognito did not accept the code of the authenticator app");
		}
	}

}
