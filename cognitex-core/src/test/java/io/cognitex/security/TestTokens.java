package io.cognitex.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.cognitex.CognitoTokens;
import io.cognitex.ProvenFactor;
import io.cognitex.SignIn;
import io.cognitex.SignInFactor;
import io.cognitex.TestChallenges;

/**
 * Tokens as Cognito issues them, but for the signature: nothing that takes them may rely
 * on one.
 */
public final class TestTokens {

	public static final String SUBJECT = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";

	private TestTokens() {
	}

	public static SignIn.Completed completed() {
		return completed(tokens());
	}

	public static SignIn.Completed completed(CognitoTokens tokens) {
		return new SignIn.Completed(tokens,
				List.of(new ProvenFactor(SignInFactor.PASSWORD, TestChallenges.PASSWORD_PROVEN_AT)), null);
	}

	public static CognitoTokens tokens() {
		return tokens(accessTokenClaims(), idTokenClaims());
	}

	public static CognitoTokens tokens(Map<String, Object> accessTokenClaims, Map<String, Object> idTokenClaims) {
		return new CognitoTokens(jwt(accessTokenClaims), jwt(idTokenClaims), "refresh-token-of-alice",
				Instant.parse("2036-01-01T00:00:00Z"));
	}

	public static Map<String, Object> accessTokenClaims() {
		Map<String, Object> claims = protocolClaims("access");
		claims.put("client_id", "1example23456789");
		claims.put("username", "alice");
		claims.put("scope", "aws.cognito.signin.user.admin");
		claims.put("cognito:groups", List.of("admin", "Readers"));
		return claims;
	}

	public static Map<String, Object> idTokenClaims() {
		Map<String, Object> claims = protocolClaims("id");
		claims.put("aud", "1example23456789");
		claims.put("cognito:username", "alice");
		claims.put("cognito:groups", List.of("admin", "Readers"));
		claims.put("email", "alice@example.com");
		claims.put("email_verified", true);
		claims.put("custom:plan", "gold");
		claims.put("address", Map.of("formatted", "1 High Street"));
		return claims;
	}

	private static Map<String, Object> protocolClaims(String tokenUse) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("sub", SUBJECT);
		claims.put("iss", "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_example12");
		claims.put("origin_jti", "6c3ab1ce-0f9f-4d8f-bc3e-2f1f1c0a8a4b");
		claims.put("event_id", "0d2ec2c0-bc52-4f0a-8e9a-3d7a4b0f6f5e");
		claims.put("token_use", tokenUse);
		claims.put("auth_time", 1795392000L);
		claims.put("exp", 1795395600L);
		claims.put("iat", 1795392000L);
		claims.put("jti", "b1d6e4a4-47a3-4f0b-8d39-58e2a1a7c0de");
		return claims;
	}

	public static String jwt(Map<String, Object> claims) {
		return base64Url("{\"alg\":\"RS256\",\"kid\":\"test\"}") + "." + base64Url(JSONObjectUtils.toJSONString(claims))
				+ "." + base64Url("signature");
	}

	private static String base64Url(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
