package io.cognitex.embedded.internal.token;

import java.time.Clock;
import java.util.List;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Judges the access token that an operation was called with. Like the service, it takes a
 * token of any pool of the server: an operation names no pool.
 */
public final class AccessTokens {

	private final UserPools pools;

	private final Logins logins;

	private final Clock clock;

	public AccessTokens(UserPools pools, Logins logins, Clock clock) {
		this.pools = pools;
		this.logins = logins;
		this.clock = clock;
	}

	/**
	 * Who bears a token.
	 *
	 * @param pool the pool
	 * @param client the client that the token was issued to
	 * @param user the user as of now
	 * @param login the sign-in that the token comes from
	 */
	public record Bearer(UserPool pool, AppClient client, User user, Login login) {

		/**
		 * Under what the user's attempts are counted.
		 * @return pool and user
		 */
		public String account() {
			return this.pool.id() + "/" + this.user.sub();
		}

	}

	/**
	 * Finds the bearer of a token.
	 * @param token the access token
	 * @return the bearer
	 * @throws io.cognitex.embedded.internal.error.Refusal if the token is not a valid
	 * access token, or the user cannot use it any more
	 */
	public Bearer bearer(String token) {
		Jwt jwt = Jwt.parse(token).orElseThrow(Refusals::accessTokenInvalid);
		UserPool pool = signer(jwt);
		if (!"access".equals(jwt.claim("token_use"))) {
			throw Refusals.accessTokenInvalid();
		}
		if (this.clock.instant().getEpochSecond() >= jwt.claims().path("exp").asLong()) {
			throw Refusals.accessTokenExpired();
		}
		if (!List.of(jwt.claim("scope").split(" ")).contains(TokenIssuer.SCOPE)) {
			throw Refusals.accessTokenScopes();
		}
		User user = pool.users().bySub(jwt.claim("sub")).orElseThrow(Refusals::userDoesNotExist);
		String eventId = jwt.claim("event_id");
		Login login = this.logins.find(eventId)
			.filter((found) -> this.logins.counts(eventId, user))
			.orElseThrow(Refusals::accessTokenRevoked);
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		String clientId = jwt.claim("client_id");
		AppClient client = pool.client(clientId).orElseThrow(() -> Refusals.clientNotFound(clientId));
		return new Bearer(pool, client, user, login);
	}

	/**
	 * Whether a token is an access or ID token, of whatever pool.
	 * @param token the token
	 * @return whether it is
	 */
	public static boolean isJwt(String token) {
		return Jwt.parse(token).isPresent();
	}

	private UserPool signer(Jwt jwt) {
		String issuer = jwt.claim("iss");
		return this.pools.find(issuer.substring(issuer.lastIndexOf('/') + 1))
			.filter((pool) -> pool.keys()
				.find(jwt.header().path("kid").asString(""))
				.filter(jwt::isSignedBy)
				.isPresent())
			.orElseThrow(Refusals::accessTokenSignature);
	}

}
