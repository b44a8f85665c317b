package io.cognitex.security;

import io.cognitex.CognitoTokens;
import io.cognitex.jwt.MalformedJwtException;
import io.cognitex.jwt.UnverifiedJwt;

/**
 * Reads who a user is from what Cognito issued a moment ago, at login and with each
 * refresh.
 */
final class TokenPrincipals {

	private final CognitoAuthoritiesMapper authoritiesMapper;

	TokenPrincipals(CognitoAuthoritiesMapper authoritiesMapper) {
		this.authoritiesMapper = authoritiesMapper;
	}

	/**
	 * Reads the user.
	 * @throws MalformedJwtException if these are no tokens
	 * @throws IllegalArgumentException if they do not name the user
	 */
	CognitoPrincipal read(CognitoTokens tokens) throws MalformedJwtException {
		return CognitoPrincipal.of(AccessTokenClaims.of(UnverifiedJwt.parse(tokens.accessToken())),
				UserAttributes.of(UnverifiedJwt.parse(tokens.idToken())), this.authoritiesMapper);
	}

}
