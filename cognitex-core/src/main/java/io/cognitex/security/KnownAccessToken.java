package io.cognitex.security;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * An access token that is good, without the token itself, and its user.
 *
 * @param principal the user
 * @param claims what the token says
 * @param scopes what it may be used for
 * @param issuedAt when it was issued
 * @param expiresAt when it runs out
 */
record KnownAccessToken(CognitoPrincipal principal, Map<String, Object> claims, Set<String> scopes, Instant issuedAt,
		Instant expiresAt) {

	/**
	 * The names of the claims only: the values are personal data.
	 */
	@Override
	public String toString() {
		return "KnownAccessToken[principal=" + this.principal + ", claims=" + this.claims.keySet() + ", expiresAt="
				+ this.expiresAt + "]";
	}

}
