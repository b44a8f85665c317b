package io.cognitex.embedded.internal.srp;

import java.io.InputStream;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SrpVectorTests {

	@ParameterizedTest
	@MethodSource("vectors")
	void exchangeWhenNumbersAreGivenThenSameAsVector(JsonNode vector) {
		SrpPassword password = SrpPassword.of(text(vector, "left"), text(vector, "user"), text(vector, "password"),
				number(vector, "salt_hex"));
		SrpExchange exchange = SrpExchange.with(password, number(vector, "SRP_A"), number(vector, "b_hex"));

		assertThat(password.verifier()).isEqualTo(number(vector, "verifier"));
		assertThat(exchange.salt()).isEqualTo(text(vector, "salt_hex"));
		assertThat(new BigInteger(exchange.serverPublic(), 16)).isEqualTo(number(vector, "SRP_B"));
		assertThat(exchange.u()).isEqualTo(number(vector, "u"));
		assertThat(exchange.sharedSecret()).isEqualTo(number(vector, "S"));
		assertThat(exchange.key()).isEqualTo(Base64.getDecoder().decode(text(vector, "key_b64")));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void provesWhenSignatureIsTheVectorsThenTrueElseFalse(JsonNode vector) {
		SrpPassword password = SrpPassword.of(text(vector, "left"), text(vector, "user"), text(vector, "password"),
				number(vector, "salt_hex"));
		SrpExchange exchange = SrpExchange.with(password, number(vector, "SRP_A"), number(vector, "b_hex"));
		byte[] secretBlock = Base64.getDecoder().decode(text(vector, "secret_block_b64"));
		String timestamp = text(vector, "timestamp");
		String signature = text(vector, "signature");

		assertThat(exchange.proves(secretBlock, timestamp + " ", signature)).isFalse();
		assertThat(exchange.proves(new byte[16], timestamp, signature)).isFalse();
		assertThat(exchange.proves(secretBlock, timestamp, "A" + signature.substring(1))).isFalse();
		assertThat(exchange.proves(secretBlock, timestamp, "not Base64!")).isFalse();
		assertThat(exchange.proves(secretBlock, timestamp, signature)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void matchesWhenPasswordIsTheVectorsThenTrueElseFalse(JsonNode vector) {
		SrpPassword password = SrpPassword.of(text(vector, "left"), text(vector, "user"), text(vector, "password"));

		assertThat(password.matches(text(vector, "password") + " ")).isFalse();
		assertThat(password.matches("")).isFalse();
		assertThat(password.matches(text(vector, "password"))).isTrue();
	}

	static Stream<JsonNode> vectors() throws Exception {
		try (InputStream vectors = SrpVectorTests.class.getResourceAsStream("/srp-vectors.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(vectors).readAllBytes()).values().stream();
		}
	}

	private static String text(JsonNode vector, String name) {
		return vector.get(name).stringValue();
	}

	private static BigInteger number(JsonNode vector, String name) {
		return new BigInteger(text(vector, name), 16);
	}

}
