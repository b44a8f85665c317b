package io.cognitex.security;

/**
 * What becomes of a good access token whose user cannot be asked from Cognito: it lacks
 * the scope {@code aws.cognito.signin.user.admin}, or was issued to an application and
 * has no user (client credentials).
 */
public enum WithoutUserScope {

	/** It is refused with {@code insufficient_scope}. */
	REFUSE,

	/**
	 * It is verified locally, and what it claims has to do: there are no attributes but
	 * {@code sub}, and a revocation is not seen before it expires. A token without a user
	 * is named after its app client.
	 */
	LOCAL_CLAIMS

}
