package io.cognitex.srp;

import java.io.IOException;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;

import io.cognitex.srp.TestSrpVectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SrpVerifierTests {

	private static final String GROUP = "-AbCdEfGh";

	private static final String DEVICE = "us-east-1_a1b2c3d4-5678-90ab-cdef-111122223333";

	@ParameterizedTest
	@MethodSource("vectors")
	void ofThenAsComputedElsewhere(Vector vector) {
		SrpVerifier verifier = SrpVerifier.of(vector.identity(), vector.integer("salt_hex"));

		assertThat(verifier.passwordVerifier()).isEqualTo(vector.text("verifier_b64"));
		assertThat(verifier.salt()).isEqualTo(vector.text("salt_b64"));
	}

	static List<Vector> vectors() throws IOException, ParseException {
		return TestSrpVectors.vectors();
	}

	@Test
	void ofWhenRepeatedThenAnotherSaltAndAnotherVerifier() {
		SrpIdentity device = SrpIdentity.ofDevice(GROUP, DEVICE, SrpVerifier.newDeviceSecret());

		SrpVerifier first = SrpVerifier.of(device);
		SrpVerifier second = SrpVerifier.of(device);

		assertThat(first.salt()).isNotEqualTo(second.salt());
		assertThat(first.passwordVerifier()).isNotEqualTo(second.passwordVerifier());
	}

	/**
	 * The server's side by hand: what Cognito computes from the verifier that it was
	 * given must be what the device computes from its secret.
	 */
	@Test
	void ofThenAServerThatHasTheVerifierAgreesWithTheDeviceAndWithNoOther() {
		String secret = SrpVerifier.newDeviceSecret();
		SrpIdentity device = SrpIdentity.ofDevice(GROUP, DEVICE, secret);
		SrpVerifier verifier = SrpVerifier.of(device);
		BigInteger v = integer(verifier.passwordVerifier());
		BigInteger b = new BigInteger("123456789abcdef".repeat(4), 16);
		BigInteger serverPublicValue = SrpGroup.K.multiply(v).add(SrpGroup.G.modPow(b, SrpGroup.N)).mod(SrpGroup.N);
		SrpChallenge challenge = SrpChallenge.of(integer(verifier.salt()).toString(16), serverPublicValue.toString(16),
				"c2VjcmV0");
		SrpClient client = SrpClient.create();

		byte[] key = client.key(device, challenge);

		BigInteger u = client.scramble(challenge);
		BigInteger s = new BigInteger(client.publicValue(), 16).multiply(v.modPow(u, SrpGroup.N)).modPow(b, SrpGroup.N);
		assertThat(key).isEqualTo(SrpHash.hkdf(s.toByteArray(), u.toByteArray(), "Caldera Derived Key".getBytes()));
		assertThat(client.key(SrpIdentity.ofDevice(GROUP, DEVICE, secret + "x"), challenge)).isNotEqualTo(key);
	}

	@Test
	void newDeviceSecretThenFortyRandomBytes() {
		String secret = SrpVerifier.newDeviceSecret();

		assertThat(Base64.getDecoder().decode(secret)).hasSize(40);
		assertThat(SrpVerifier.newDeviceSecret()).isNotEqualTo(secret);
	}

	@Test
	void toStringThenNothingToGuessSecretsWith() {
		SrpVerifier verifier = SrpVerifier.of(SrpIdentity.ofDevice(GROUP, DEVICE, "secret"));

		assertThat(verifier.toString()).doesNotContain(verifier.passwordVerifier(), verifier.salt());
	}

	private static BigInteger integer(String base64) {
		return new BigInteger(Base64.getDecoder().decode(base64));
	}

}
