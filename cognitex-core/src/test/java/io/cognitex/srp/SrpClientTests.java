package io.cognitex.srp;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import io.cognitex.CognitoUserPool;
import io.cognitex.srp.TestSrpVectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SrpClient} against what other implementations have computed.
 */
class SrpClientTests {

	@Test
	void premasterSecretWhenScramblingParameterIsZeroThenRefused() {
		SrpClient client = SrpClient.create();

		assertThatExceptionOfType(SrpException.class)
			.isThrownBy(() -> client.premasterSecret(BigInteger.TEN, BigInteger.ZERO, BigInteger.TWO))
			.withMessage("The scrambling parameter u must not be zero");
	}

	@Test
	void createThenPrivateValuesDiffer() {
		assertThat(SrpClient.create().publicValue()).isNotEqualTo(SrpClient.create().publicValue());
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void warmUpThenSignaturesAreTheSame(Vector vector) {
		SrpClient.warmUp();

		SrpProof proof = vector.client().prove(vector.identity(), vector.challenge(), time(vector.text("timestamp")));

		assertThat(vector.client().publicValue()).isEqualTo(vector.text("SRP_A"));
		assertThat(proof.signature()).isEqualTo(vector.text("signature"));
	}

	@Test
	void groupThenMultiplierIsTheHashOfItsParameters() throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		digest.update(SrpGroup.N.toByteArray());
		digest.update(SrpGroup.G.toByteArray());

		assertThat(SrpGroup.K).isEqualTo(new BigInteger(1, digest.digest()));
		assertThat(SrpGroup.N.bitLength()).isEqualTo(3072);
		assertThat(SrpGroup.N.isProbablePrime(20)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void publicValueThenAsComputedElsewhere(Vector vector) {
		String publicValue = vector.client().publicValue();

		assertThat(publicValue).isEqualTo(vector.text("SRP_A"));
		assertThat(sha256(publicValue)).isEqualTo(vector.text("sha256_hex_A"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void privateKeyThenAsComputedElsewhere(Vector vector) {
		BigInteger x = vector.identity().privateKey(vector.challenge().salt());

		BigInteger verifier = SrpGroup.G.modPow(x, SrpGroup.N);
		assertThat(x).isEqualTo(vector.integer("x"));
		assertThat(verifier).isEqualTo(vector.integer("verifier"));
		assertThat(Base64.getEncoder().encodeToString(verifier.toByteArray())).isEqualTo(vector.text("verifier_b64"));
		assertThat(sha256(vector.text("verifier"))).isEqualTo(vector.text("sha256_hex_v"));
		assertThat(Base64.getEncoder().encodeToString(vector.challenge().salt().toByteArray()))
			.isEqualTo(vector.text("salt_b64"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void scrambleThenAsComputedElsewhere(Vector vector) {
		BigInteger u = vector.client().scramble(vector.challenge());

		assertThat(u).isEqualTo(vector.integer("u"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void premasterSecretThenAsComputedElsewhereAndAsTheServerHasIt(Vector vector) {
		BigInteger secret = vector.client()
			.premasterSecret(vector.integer("x"), vector.integer("u"), vector.integer("SRP_B"));

		BigInteger server = vector.integer("SRP_A")
			.multiply(vector.integer("verifier").modPow(vector.integer("u"), SrpGroup.N))
			.modPow(vector.integer("b_hex"), SrpGroup.N);
		assertThat(secret).isEqualTo(vector.integer("S")).isEqualTo(server);
		assertThat(sha256(vector.text("SRP_B"))).isEqualTo(vector.text("sha256_hex_B"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void keyThenAsComputedElsewhere(Vector vector) {
		byte[] key = vector.client().key(vector.identity(), vector.challenge());

		assertThat(key).isEqualTo(Base64.getDecoder().decode(vector.text("key_b64")));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void proveThenAsComputedElsewhere(Vector vector) {
		SrpProof proof = vector.client().prove(vector.identity(), vector.challenge(), time(vector.text("timestamp")));

		assertThat(proof.signature()).isEqualTo(vector.text("signature"));
		assertThat(proof.secretBlock()).isEqualTo(vector.text("secret_block_b64"));
		assertThat(proof.timestamp()).isEqualTo(vector.text("timestamp"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void proveWhenPasswordIsAnotherThenSignatureIsAnother(Vector vector) {
		SrpIdentity other = SrpIdentity.ofUser(vector.text("left"), vector.text("user"), vector.text("password") + "x");

		SrpProof proof = vector.client().prove(other, vector.challenge(), time(vector.text("timestamp")));

		assertThat(proof.signature()).isNotEqualTo(vector.text("signature"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void toStringThenNoSecret(Vector vector) {
		SrpProof proof = vector.client().prove(vector.identity(), vector.challenge(), Instant.EPOCH);

		assertThat(List.of(vector.client(), vector.identity(), vector.challenge(), proof).toString()).doesNotContain(
				vector.text("password"), vector.text("SRP_B"), vector.text("secret_block_b64"), proof.signature(),
				vector.text("a_hex"));
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void poolNameThenTheVectorsLeftPart(Vector vector) {
		String poolId = vector.poolId();

		assertThat((poolId != null) ? CognitoUserPool.of(poolId).name() : "-AbCdEfGh").isEqualTo(vector.text("left"));
	}

	static List<Vector> vectors() throws IOException, ParseException {
		return TestSrpVectors.vectors();
	}

	private static Instant time(String timestamp) {
		return LocalDateTime
			.parse(timestamp, DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ENGLISH))
			.toInstant(ZoneOffset.UTC);
	}

	private static String sha256(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
