package io.cognitex.embedded.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Makes tokens with Cognito's claims.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html">User
 * pool tokens</a>
 */
public final class TokenIssuer {

	private final Logins logins;

	private final RefreshTokens refreshTokens;

	private final String endpoint;

	private final Clock clock;

	public TokenIssuer(Logins logins, RefreshTokens refreshTokens, String endpoint, Clock clock) {
		this.logins = logins;
		this.refreshTokens = refreshTokens;
		this.endpoint = endpoint;
		this.clock = clock;
	}

	/**
	 * Tokens for a user who has just proven to be the user.
	 * @param pool the pool
	 * @param client the client
	 * @param user the user
	 * @return the tokens
	 */
	public Tokens signIn(UserPool pool, AppClient client, User user) {
		Instant now = this.clock.instant();
		Login login = new Login(uuid(), uuid(), pool.id(), client.id(), user.sub(), user.signOuts(), now,
				now.plus(client.settings().refreshTokenValidity()));
		this.logins.open(login);
		return tokens(login, pool, client, user, this.refreshTokens.issue(login));
	}

	/**
	 * New tokens for an old sign-in.
	 * @param login the sign-in
	 * @param pool the pool
	 * @param client the client
	 * @param user the user as of now
	 * @param rotate whether there is to be a new refresh token; it expires when the old
	 * one does
	 * @return the tokens
	 */
	public Tokens refresh(Login login, UserPool pool, AppClient client, User user, boolean rotate) {
		return tokens(login, pool, client, user, rotate ? this.refreshTokens.issue(login) : null);
	}

	private Tokens tokens(Login login, UserPool pool, AppClient client, User user, @Nullable String refreshToken) {
		ObjectNode access = claims(login, pool, client, user, "access", client.settings().accessTokenValidity());
		access.put("client_id", client.id())
			.put("username", user.username())
			.put("scope", "aws.cognito.signin.user.admin");
		ObjectNode id = claims(login, pool, client, user, "id", client.settings().idTokenValidity());
		id.put("aud", client.id()).put("cognito:username", user.username());
		GroupRoles.put(id, pool, user);
		user.attributes().forEach((name, value) -> putAttribute(id, client, name, value));
		return new Tokens(Jwt.sign(pool.keys().forUse("access"), access), Jwt.sign(pool.keys().forUse("id"), id),
				refreshToken, client.settings().accessTokenValidity().toSeconds());
	}

	private ObjectNode claims(Login login, UserPool pool, AppClient client, User user, String tokenUse,
			Duration validity) {
		long now = this.clock.instant().getEpochSecond();
		ObjectNode claims = Json.object()
			.put("sub", user.sub())
			.put("iss", this.endpoint + "/" + pool.id())
			.put("token_use", tokenUse)
			.put("event_id", login.eventId())
			.put("auth_time", login.authTime().getEpochSecond())
			.put("iat", now)
			.put("exp", now + validity.toSeconds())
			.put("jti", uuid());
		if (client.settings().enableTokenRevocation() || client.settings().rotationGracePeriod() != null) {
			claims.put("origin_jti", login.originJti());
		}
		if (!user.groups().isEmpty()) {
			ArrayNode groups = claims.putArray("cognito:groups");
			user.groups().forEach(groups::add);
		}
		return claims;
	}

	private static void putAttribute(ObjectNode claims, AppClient client, String name, String value) {
		if (!client.settings().canRead(name)) {
			return;
		}
		if (Schema.isVerificationState(name)) {
			claims.put(name, Boolean.parseBoolean(value));
		}
		else {
			claims.put(name, value);
		}
	}

	private static String uuid() {
		return UUID.randomUUID().toString();
	}

}
