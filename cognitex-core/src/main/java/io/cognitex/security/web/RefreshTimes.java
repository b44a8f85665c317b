package io.cognitex.security.web;

import java.time.Clock;
import java.time.Instant;

import io.cognitex.CognitoTokens;

/**
 * When tokens are refreshed.
 */
final class RefreshTimes {

	private final CognitoSessionSettings settings;

	RefreshTimes(CognitoSessionSettings settings) {
		this.settings = settings;
	}

	/**
	 * Whether it is time for a refresh. Without a refresh token it never is.
	 */
	boolean isDue(CognitoTokens tokens) {
		return tokens.refreshToken() != null && !now().isBefore(
				tokens.expiresAt().minus(this.settings.refreshMargin()).minusMillis(jitter(tokens.accessToken())));
	}

	/**
	 * Whether the access token can still be used.
	 */
	boolean isAlive(CognitoTokens tokens) {
		return now().isBefore(tokens.expiresAt());
	}

	/**
	 * Always the same for the same token: a new choice for each request would tend to the
	 * earliest.
	 */
	private long jitter(String accessToken) {
		return Math.floorMod(accessToken.hashCode(), this.settings.refreshJitter().toMillis() + 1);
	}

	Clock clock() {
		return this.settings.clock();
	}

	private Instant now() {
		return clock().instant();
	}

}
