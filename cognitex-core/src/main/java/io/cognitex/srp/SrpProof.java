package io.cognitex.srp;

/**
 * What goes back to Cognito to show that the password is known, ready for
 * {@code ChallengeResponses}.
 *
 * @param signature {@code PASSWORD_CLAIM_SIGNATURE}
 * @param secretBlock {@code PASSWORD_CLAIM_SECRET_BLOCK}
 * @param timestamp {@code TIMESTAMP}
 */
public record SrpProof(String signature, String secretBlock, String timestamp) {

	@Override
	public String toString() {
		return "[protected]";
	}

}
