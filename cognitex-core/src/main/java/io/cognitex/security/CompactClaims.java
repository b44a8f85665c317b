package io.cognitex.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.cognitex.token.VerifiedAccessToken;

/**
 * Makes a verified token small that is going to be remembered: the names of claims, and
 * the values that are the same in many tokens, are kept once for all of them. The virtual
 * machine forgets them when nobody uses them any more.
 */
final class CompactClaims {

	private static final Set<String> SHARED = Set.of("iss", "client_id", "token_use", "scope");

	private CompactClaims() {
	}

	static VerifiedAccessToken of(VerifiedAccessToken token) {
		String username = token.sub().equals(token.username()) ? token.sub() : token.username();
		List<String> groups = token.groups().stream().map(String::intern).collect(Collectors.toUnmodifiableList());
		Map<String, Object> claims = new HashMap<>();
		token.claims().forEach((name, value) -> claims.put(name.intern(), shared(name, value)));
		claims.replace("sub", token.sub());
		if (username != null) {
			claims.replace("username", username);
		}
		claims.computeIfPresent("cognito:groups", (name, value) -> groups.equals(value) ? groups : value);
		return new VerifiedAccessToken(username, token.sub(), token.clientId(),
				token.scopes().stream().map(String::intern).collect(Collectors.toUnmodifiableSet()), groups,
				token.issuedAt(), token.expiresAt(), token.jti(), Map.copyOf(claims));
	}

	private static Object shared(String name, Object value) {
		return (SHARED.contains(name) && value instanceof String text) ? text.intern() : value;
	}

}
