package io.cognitex.embedded.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Changes refresh tokens into new tokens.
 */
public final class TokenRefresh {

	private final RefreshTokens refreshTokens;

	private final Logins logins;

	private final TokenIssuer issuer;

	private final Clock clock;

	public TokenRefresh(RefreshTokens refreshTokens, Logins logins, TokenIssuer issuer, Clock clock) {
		this.refreshTokens = refreshTokens;
		this.logins = logins;
		this.issuer = issuer;
		this.clock = clock;
	}

	/**
	 * Finds a refresh token of a client.
	 * @param token the token
	 * @param pool the client's pool
	 * @param client the client
	 * @return what stands behind the token
	 * @throws io.cognitex.embedded.internal.error.Refusal if it is unknown or another
	 * client's
	 */
	public RefreshToken require(String token, UserPool pool, AppClient client) {
		return this.refreshTokens.find(token)
			.filter((found) -> found.login().userPoolId().equals(pool.id())
					&& found.login().clientId().equals(client.id()))
			.orElseThrow(Refusals::refreshTokenInvalid);
	}

	/**
	 * The user of a refresh token.
	 * @param refreshToken the token
	 * @param pool the pool
	 * @return the user
	 */
	public User user(RefreshToken refreshToken, UserPool pool) {
		return pool.users().bySub(refreshToken.login().sub()).orElseThrow(Refusals::userDoesNotExist);
	}

	/**
	 * Issues new tokens; with rotation, a new refresh token among them.
	 * @param token the token
	 * @param refreshToken what stands behind it
	 * @param pool the pool
	 * @param client the client
	 * @param user the user
	 * @param deviceKey the device key that was sent, if any
	 * @param clientMetadata what the client passes on to triggers
	 * @return the tokens
	 * @throws io.cognitex.embedded.internal.error.Refusal if the token no longer counts
	 */
	public Tokens refresh(String token, RefreshToken refreshToken, UserPool pool, AppClient client, User user,
			@Nullable String deviceKey, Map<String, String> clientMetadata) {
		Login login = refreshToken.login();
		if (login.device() != null && !login.device().key().equals(deviceKey)) {
			throw Refusals.refreshTokenInvalid();
		}
		Instant now = this.clock.instant();
		if (!this.logins.counts(login.eventId(), user)) {
			throw Refusals.refreshTokenRevoked();
		}
		if (!now.isBefore(login.refreshUntil())) {
			throw Refusals.refreshTokenExpired();
		}
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		Duration gracePeriod = client.settings().rotationGracePeriod();
		if (gracePeriod != null && !this.refreshTokens.rotate(token, gracePeriod)) {
			throw Refusals.refreshTokenReused();
		}
		return this.issuer.refresh(login,
				new TokenRequest(pool, client, user, "TokenGeneration_RefreshTokens", clientMetadata),
				gracePeriod != null);
	}

}
