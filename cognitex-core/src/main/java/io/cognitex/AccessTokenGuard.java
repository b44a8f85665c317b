package io.cognitex;

import io.cognitex.jwt.MalformedJwtException;
import io.cognitex.jwt.UnverifiedJwt;

/**
 * Turns away access tokens of other pools and app clients before a call: Cognito's
 * operations take no pool and no client beside the token, and accept those of any pool in
 * the region. The signature is left to Cognito, which verifies it in the call that
 * follows.
 */
final class AccessTokenGuard {

	private final String issuer;

	private final String clientId;

	AccessTokenGuard(String issuer, String clientId) {
		this.issuer = issuer;
		this.clientId = clientId;
	}

	/**
	 * Checks a token.
	 * @return whose account it is, which is true once Cognito has accepted the token
	 */
	AccountChange check(String accessToken) {
		try {
			UnverifiedJwt token = UnverifiedJwt.parse(accessToken);
			if (!"access".equals(token.text("token_use"))) {
				throw refused("The token is not an access token");
			}
			if (!this.issuer.equals(token.text("iss"))) {
				throw refused("The access token is of another user pool");
			}
			if (!this.clientId.equals(token.text("client_id"))) {
				throw refused("The access token is of another app client");
			}
			String username = token.text("username");
			return new AccountChange((username != null) ? username : "", token.text("sub"));
		}
		catch (MalformedJwtException ex) {
			throw refused(ex.getMessage());
		}
	}

	private static CognitoException refused(String message) {
		return new CognitoException(CognitoError.NOT_AUTHORIZED, message);
	}

}
