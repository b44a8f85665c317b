package io.cognitex.embedded.internal.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The signatures of {@link RsaKey}, judged by the JDK.
 */
class RsaKeyTests {

	private static final byte[] CONTENT = "header.claims".getBytes(StandardCharsets.US_ASCII);

	@Test
	void signWhenContentOrKeyIsAnotherThenDoesNotVerify() throws GeneralSecurityException {
		RsaKey key = RsaKey.generate();

		byte[] signature = key.sign(CONTENT);

		assertThat(verifies(key, "header.claimz".getBytes(StandardCharsets.US_ASCII), signature)).isFalse();
		assertThat(verifies(RsaKey.generate(), CONTENT, signature)).isFalse();
	}

	@RepeatedTest(5)
	void signWhenVerifiedByJdkThenMatches() throws GeneralSecurityException {
		RsaKey key = RsaKey.generate();

		for (int i = 0; i < 100; i++) {
			byte[] content = ("header.claims" + i).getBytes(StandardCharsets.US_ASCII);
			assertThat(verifies(key, content, key.sign(content))).isTrue();
		}
	}

	@RepeatedTest(5)
	void publicKeyWhenGeneratedThenHas2048BitsAndUsualExponent() {
		RSAPublicKey key = RsaKey.generate().publicKey();

		assertThat(key.getModulus().bitLength()).isEqualTo(2048);
		assertThat(key.getPublicExponent()).isEqualTo(65537);
	}

	private static boolean verifies(RsaKey key, byte[] content, byte[] signed) throws GeneralSecurityException {
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(key.publicKey());
		signature.update(content);
		return signature.verify(signed);
	}

}
