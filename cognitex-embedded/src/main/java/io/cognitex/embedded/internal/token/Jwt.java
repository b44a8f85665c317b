package io.cognitex.embedded.internal.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.key.SigningKey;
import io.cognitex.embedded.internal.model.Json;

/**
 * A token of ours on the wire: signed with RS256, with nothing but {@code kid} and
 * {@code alg} in its header.
 *
 * @param header the header
 * @param claims the claims
 * @param signed what the signature covers
 * @param signature the signature
 */
record Jwt(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {

	static String sign(SigningKey key, ObjectNode claims) {
		ObjectNode header = Json.object().put("kid", key.id()).put("alg", "RS256");
		String signed = encode(Json.bytes(header)) + "." + encode(Json.bytes(claims));
		return signed + "." + encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
	}

	static Optional<Jwt> parse(String token) {
		String[] parts = token.split("\\.", -1);
		if (parts.length != 3) {
			return Optional.empty();
		}
		try {
			Base64.Decoder decoder = Base64.getUrlDecoder();
			JsonNode header = Json.read(decoder.decode(parts[0]));
			JsonNode claims = Json.read(decoder.decode(parts[1]));
			if (!header.isObject() || !claims.isObject()) {
				return Optional.empty();
			}
			byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
			return Optional.of(new Jwt(header, claims, signed, decoder.decode(parts[2])));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	String claim(String name) {
		return this.claims.path(name).asString("");
	}

	boolean isSignedBy(SigningKey key) {
		return "RS256".equals(this.header.path("alg").asString("")) && key.verifies(this.signed, this.signature);
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
