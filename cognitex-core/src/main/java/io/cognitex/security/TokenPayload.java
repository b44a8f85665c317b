package io.cognitex.security;

import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.JWSObject;

/**
 * Reads what a token says, without checking its signature: only for tokens that Cognito
 * itself just sent.
 */
final class TokenPayload {

	private TokenPayload() {
	}

	static Map<String, Object> parse(String token) {
		try {
			Map<String, Object> claims = JWSObject.parse(token).getPayload().toJSONObject();
			if (claims == null) {
				throw new IllegalArgumentException("The token has no claims");
			}
			claims = new HashMap<>(claims);
			claims.values().removeIf(Objects::isNull);
			return claims;
		}
		catch (ParseException ex) {
			// The cause repeats parts of the token
			throw new IllegalArgumentException("This is no signed token");
		}
	}

}
