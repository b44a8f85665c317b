package io.cognitex.embedded.internal.token;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.trigger.TokenOverrides;

/**
 * Changes the claims of a token as the pre token generation trigger wants it. Claims that
 * say who has issued what to whom stay as they are.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html">Pre
 * token generation Lambda trigger</a>
 */
final class ClaimOverrides {

	private static final Set<String> RESERVED = Set.of("acr", "amr", "at_hash", "aud", "auth_time", "azp", "client_id",
			"cognito:username", "device_key", "event_id", "exp", "iat", "iss", "jti", "nbf", "nonce", "origin_jti",
			"scope", "sub", "token_use", "username", "version");

	private ClaimOverrides() {
	}

	static void apply(ObjectNode claims, TokenOverrides.Claims overrides) {
		overrides.add().forEach((name, value) -> {
			if (!RESERVED.contains(String.valueOf(name))) {
				claims.set(String.valueOf(name), Json.tree(value));
			}
		});
		overrides.suppress().forEach((name) -> {
			if (!RESERVED.contains(name)) {
				claims.remove(name);
			}
		});
		if (claims.has("scope")) {
			Set<String> scopes = new LinkedHashSet<>(Arrays.asList(claims.path("scope").asString("").split(" ")));
			scopes.addAll(overrides.scopesToAdd());
			scopes.removeAll(overrides.scopesToSuppress());
			claims.put("scope", String.join(" ", scopes));
		}
	}

}
