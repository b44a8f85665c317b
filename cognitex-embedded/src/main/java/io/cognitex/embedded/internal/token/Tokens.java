package io.cognitex.embedded.internal.token;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in or a refresh gives.
 *
 * @param accessToken the access token
 * @param idToken the ID token
 * @param refreshToken the refresh token, if there is a new one
 * @param expiresIn the access token's lifetime in seconds
 */
public record Tokens(String accessToken, String idToken, @Nullable String refreshToken, long expiresIn) {

	@Override
	public String toString() {
		return "Tokens[expiresIn=" + this.expiresIn + "]";
	}

}
