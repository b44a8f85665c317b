package io.cognitex;

import io.cognitex.jwt.MalformedJwtException;
import io.cognitex.jwt.UnverifiedJwt;
import org.jspecify.annotations.Nullable;

/**
 * Changes a refresh token into new tokens. What Cognito wants to know besides (the device
 * that the refresh token is bound to, the canonical username) the access token tells.
 */
final class TokenRefresh {

	private final TokenGateway gateway;

	TokenRefresh(TokenGateway gateway) {
		this.gateway = gateway;
	}

	CognitoTokens refresh(CognitoTokens tokens) {
		String refreshToken = Arguments.checkRefreshToken(tokens.refreshToken());
		UnverifiedJwt accessToken = parse(tokens.accessToken());
		CognitoTokens issued = issue(refreshToken, accessToken);
		// Without rotation Cognito sends none, and the old one stays good
		return (issued.refreshToken() != null) ? issued
				: new CognitoTokens(issued.accessToken(), issued.idToken(), refreshToken, issued.expiresAt());
	}

	private CognitoTokens issue(String refreshToken, UnverifiedJwt accessToken) {
		String deviceKey = accessToken.text("device_key");
		try {
			return this.gateway.getTokensFromRefreshToken(refreshToken, deviceKey);
		}
		catch (CognitoException ex) {
			if (!isNotOffered(ex.error())) {
				throw ex;
			}
			String username = accessToken.text("username");
			return this.gateway.refreshTokenAuth(refreshToken, (username != null) ? username : "", deviceKey);
		}
	}

	/**
	 * Whether the operation is not for this app client, which says nothing about the
	 * token.
	 */
	private static boolean isNotOffered(CognitoError error) {
		return error == CognitoError.OPERATION_NOT_ENABLED || error == CognitoError.UNSUPPORTED_OPERATION;
	}

	private static UnverifiedJwt parse(String accessToken) {
		try {
			return UnverifiedJwt.parse(accessToken);
		}
		catch (MalformedJwtException ex) {
			throw new CognitoException(CognitoError.NOT_AUTHORIZED, ex.getMessage());
		}
	}

}
