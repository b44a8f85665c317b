package io.cognitex.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.cognitex.jwt.UnverifiedJwt;

/**
 * The user attributes that an ID token carries, as {@code GetUser} would tell them: all
 * values are strings there, where an ID token has booleans and JSON objects.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">The
 * ID token</a>
 */
final class UserAttributes {

	/** Claims about the token and the sign-in, which are no attributes of the user. */
	private static final Set<String> PROTOCOL_CLAIMS = Set.of("iss", "aud", "exp", "nbf", "iat", "auth_time", "jti",
			"origin_jti", "event_id", "token_use", "nonce", "at_hash", "acr", "amr", "cognito:username",
			"cognito:groups", "cognito:roles", "cognito:preferred_role");

	private UserAttributes() {
	}

	static Map<String, String> of(UnverifiedJwt idToken) {
		Map<String, String> attributes = new TreeMap<>();
		idToken.claims().forEach((name, value) -> {
			if (value != null && !PROTOCOL_CLAIMS.contains(name)) {
				attributes.put(name, text(value));
			}
		});
		return attributes;
	}

	private static String text(Object value) {
		if (value instanceof List<?> list) {
			return JSONArrayUtils.toJSONString(list);
		}
		if (value instanceof Map<?, ?> object) {
			// The one attribute that OpenID Connect makes an object of is "address"
			return (object.get("formatted") instanceof String formatted) ? formatted : json(object);
		}
		return value.toString();
	}

	@SuppressWarnings("unchecked")
	private static String json(Map<?, ?> object) {
		return JSONObjectUtils.toJSONString((Map<String, ?>) object);
	}

}
