package io.cognitex.embedded.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.trigger.PreTokenGenerationTrigger;
import io.cognitex.embedded.internal.trigger.TokenOverrides;

/**
 * Makes tokens with Cognito's claims.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html">User
 * pool tokens</a>
 */
public final class TokenIssuer {

	/** What the operations for signed-in users ask for. */
	static final String SCOPE = "aws.cognito.signin.user.admin";

	private final Logins logins;

	private final RefreshTokens refreshTokens;

	private final String publicUrl;

	private final Clock clock;

	public TokenIssuer(Logins logins, RefreshTokens refreshTokens, String publicUrl, Clock clock) {
		this.logins = logins;
		this.refreshTokens = refreshTokens;
		this.publicUrl = publicUrl;
		this.clock = clock;
	}

	/**
	 * Tokens for a user who has just proven to be the user.
	 * @param eventId the identifier of the sign-in
	 * @param request for whom
	 * @param device the device, if the pool tracks devices
	 * @return the tokens
	 */
	public Tokens signIn(String eventId, TokenRequest request, @Nullable LoginDevice device) {
		Instant now = this.clock.instant();
		AppClient client = request.client();
		User user = request.user();
		Login login = new Login(eventId, uuid(), request.pool().id(), client.id(), user.sub(), user.signOuts(), now,
				now.plus(client.settings().refreshTokenValidity()), device);
		TokenOverrides overrides = overrides(request);
		this.logins.open(login);
		Tokens tokens = tokens(login, request, overrides, this.refreshTokens.issue(login));
		return (device != null && device.groupKey() != null) ? tokens.onNewDevice(device) : tokens;
	}

	/**
	 * New tokens for an old sign-in.
	 * @param login the sign-in
	 * @param request for whom
	 * @param rotate whether there is to be a new refresh token; it expires when the old
	 * one does
	 * @return the tokens
	 */
	public Tokens refresh(Login login, TokenRequest request, boolean rotate) {
		TokenOverrides overrides = overrides(request);
		return tokens(login, request, overrides, rotate ? this.refreshTokens.issue(login) : null);
	}

	private static TokenOverrides overrides(TokenRequest request) {
		return PreTokenGenerationTrigger.fire(request.pool(), request.client().id(), request.user(),
				request.triggerSource(), List.of(SCOPE), request.clientMetadata());
	}

	private Tokens tokens(Login login, TokenRequest request, TokenOverrides overrides, @Nullable String refreshToken) {
		UserPool pool = request.pool();
		AppClient client = request.client();
		User user = request.user();
		ObjectNode access = claims(login, request, overrides, "access", client.settings().accessTokenValidity());
		access.put("client_id", client.id()).put("username", user.username()).put("scope", SCOPE);
		if (login.device() != null) {
			access.put("device_key", login.device().key());
		}
		ClaimOverrides.apply(access, overrides.access());
		ObjectNode id = claims(login, request, overrides, "id", client.settings().idTokenValidity());
		id.put("aud", client.id()).put("cognito:username", user.username());
		GroupRoles.put(id, pool, user);
		user.attributes().forEach((name, value) -> putAttribute(id, client, name, value));
		ClaimOverrides.apply(id, overrides.id());
		return new Tokens(Jwt.sign(pool.keys().forUse("access"), access), Jwt.sign(pool.keys().forUse("id"), id),
				refreshToken, client.settings().accessTokenValidity().toSeconds(), null);
	}

	private ObjectNode claims(Login login, TokenRequest request, TokenOverrides overrides, String tokenUse,
			Duration validity) {
		User user = request.user();
		AppClient client = request.client();
		long now = this.clock.instant().getEpochSecond();
		ObjectNode claims = Json.object()
			.put("sub", user.sub())
			.put("iss", this.publicUrl + "/" + request.pool().id())
			.put("token_use", tokenUse)
			.put("event_id", login.eventId())
			.put("auth_time", login.authTime().getEpochSecond())
			.put("iat", now)
			.put("exp", now + validity.toSeconds())
			.put("jti", uuid());
		if (client.settings().enableTokenRevocation() || client.settings().rotationGracePeriod() != null) {
			claims.put("origin_jti", login.originJti());
		}
		Collection<String> groupNames = (overrides.groups() != null) ? overrides.groups() : user.groups();
		if (!groupNames.isEmpty()) {
			ArrayNode groups = claims.putArray("cognito:groups");
			groupNames.forEach(groups::add);
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
