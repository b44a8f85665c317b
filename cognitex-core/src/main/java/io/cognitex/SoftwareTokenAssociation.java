package io.cognitex;

/**
 * Cognito's answer to {@code AssociateSoftwareToken} within a sign-in.
 */
record SoftwareTokenAssociation(String secretCode, CognitoSession session) {

	@Override
	public String toString() {
		return "[protected]";
	}

}
