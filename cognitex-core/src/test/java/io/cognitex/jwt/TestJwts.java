package io.cognitex.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as a user pool issues them, and spoilt ones.
 */
public final class TestJwts {

	public static final String ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI";

	public static final String CLIENT_ID = "1example23456789";

	public static final String KEY_ID = "kid-1=";

	public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final KeyPair KEYS = newKeys(2048);

	private TestJwts() {
	}

	public static KeyPair keys() {
		return KEYS;
	}

	public static KeyPair newKeys(int bits) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(bits);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A good access token, to be spoilt.
	 */
	public static Builder accessToken() {
		return new Builder().claim("sub", "3f1e6f2a-0b1c-4d2e-9f3a-1234567890ab")
			.claim("cognito:groups", List.of("admin", "staff"))
			.claim("iss", ISSUER)
			.claim("client_id", CLIENT_ID)
			.claim("token_use", "access")
			.claim("scope", "aws.cognito.signin.user.admin")
			.claim("auth_time", NOW.getEpochSecond())
			.claim("exp", NOW.plusSeconds(3600).getEpochSecond())
			.claim("iat", NOW.getEpochSecond())
			.claim("jti", "0a1b2c3d-0000-4000-8000-000000000000")
			.claim("username", "alice");
	}

	/**
	 * A key set as a user pool publishes it.
	 */
	public static String jwkSet(Map<String, RSAPublicKey> keys) {
		List<Map<String, Object>> jwks = keys.entrySet()
			.stream()
			.map((key) -> Map.<String, Object>of("kty", "RSA", "alg", "RS256", "use", "sig", "kid", key.getKey(), "e",
					Base64URL.encode(key.getValue().getPublicExponent()).toString(), "n",
					Base64URL.encode(key.getValue().getModulus()).toString()))
			.toList();
		return JSONObjectUtils.toJSONString(Map.of("keys", jwks));
	}

	public static String jwkSet() {
		return jwkSet(Map.of(KEY_ID, (RSAPublicKey) KEYS.getPublic()));
	}

	public static String encode(String part) {
		return encode(part.getBytes(StandardCharsets.UTF_8));
	}

	public static String encode(byte[] part) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
	}

	public static byte[] sign(PrivateKey key, String signingInput) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(key);
			signature.update(signingInput.getBytes(StandardCharsets.US_ASCII));
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static final class Builder {

		private final Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "kid", KEY_ID));

		private final Map<String, Object> claims = new LinkedHashMap<>();

		private PrivateKey key = KEYS.getPrivate();

		public Builder header(String name, @Nullable Object value) {
			put(this.header, name, value);
			return this;
		}

		public Builder claim(String name, @Nullable Object value) {
			put(this.claims, name, value);
			return this;
		}

		public Builder signedWith(PrivateKey key) {
			this.key = key;
			return this;
		}

		public String signingInput() {
			return encode(JSONObjectUtils.toJSONString(this.header)) + "."
					+ encode(JSONObjectUtils.toJSONString(this.claims));
		}

		public String build() {
			String signingInput = signingInput();
			return signingInput + "." + encode(sign(this.key, signingInput));
		}

		private static void put(Map<String, Object> map, String name, @Nullable Object value) {
			if (value != null) {
				map.put(name, value);
			}
			else {
				map.remove(name);
			}
		}

	}

}
