package io.cognitex.embedded.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * What stands under the issuer of a pool: the keys ({@code jwks.json}) and the discovery
 * document.
 */
public final class WellKnown implements HttpResource {

	private static final Pattern PATH = Pattern.compile("/([^/]+)/\\.well-known/([^/]+)");

	private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json",
			"Access-Control-Allow-Origin", "*");

	private final UserPools pools;

	private final String publicUrl;

	public WellKnown(UserPools pools, String publicUrl) {
		this.pools = pools;
		this.publicUrl = publicUrl;
	}

	/**
	 * Whatever nobody else serves: there it says that nothing is found.
	 */
	@Override
	public boolean serves(HttpCall call) {
		return true;
	}

	@Override
	public HttpAnswer answer(HttpCall call) {
		Matcher matcher = PATH.matcher(call.path());
		Optional<UserPool> pool = matcher.matches() ? this.pools.find(matcher.group(1)) : Optional.empty();
		if (pool.isEmpty()) {
			return answer(404, Map.of("message", "Not Found"));
		}
		if (!"GET".equals(call.method()) && !"HEAD".equals(call.method())) {
			return answer(405, Map.of("message", "Method Not Allowed"));
		}
		return switch (matcher.group(2)) {
			case "jwks.json" -> answer(200, Map.of("keys", pool.get().keys().jwks()));
			case "openid-configuration" -> answer(200, discovery(pool.get()));
			default -> answer(404, Map.of("message", "Not Found"));
		};
	}

	/**
	 * Only what exists here: a pool without a domain has no authorization publicUrls.
	 */
	private Map<String, ?> discovery(UserPool pool) {
		String issuer = this.publicUrl + "/" + pool.id();
		return Map.of("issuer", issuer, "jwks_uri", issuer + "/.well-known/jwks.json",
				"id_token_signing_alg_values_supported", List.of("RS256"), "subject_types_supported", List.of("public"),
				"response_types_supported", List.of("code", "token"), "scopes_supported",
				List.of("openid", "email", "phone", "profile"));
	}

	private static HttpAnswer answer(int status, Map<String, ?> body) {
		return new HttpAnswer(status, HEADERS, Json.bytes(body));
	}

}
