package io.cognitex.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SessionEncryptor}.
 */
class SessionEncryptorTests {

	private static final SecretKey KEY = key(1);

	private static final SecretKey OTHER_KEY = key(2);

	private static final byte[] VALUE = "a value of a session".getBytes(StandardCharsets.UTF_8);

	private final SessionEncryptor encryptor = SessionEncryptor.aesGcm(List.of(KEY));

	@Test
	void decryptWhenAnyBitWasChangedThenRefused() {
		byte[] encrypted = this.encryptor.encrypt(VALUE);

		IntStream.range(0, encrypted.length * Byte.SIZE).forEach((bit) -> {
			byte[] changed = encrypted.clone();
			changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
			assertRefused(changed);
		});
	}

	@Test
	void decryptWhenCutShortThenRefused() {
		byte[] encrypted = this.encryptor.encrypt(VALUE);

		IntStream.range(0, encrypted.length).forEach((length) -> assertRefused(Arrays.copyOf(encrypted, length)));
	}

	@Test
	void decryptWhenNotEncryptedThenRefused() {
		assertRefused(VALUE);
	}

	@Test
	void decryptWhenKeyIsGoneThenRefusedInWordsWithoutTheKey() {
		byte[] encrypted = SessionEncryptor.aesGcm(List.of(OTHER_KEY)).encrypt(VALUE);

		assertThatIllegalArgumentException().isThrownBy(() -> this.encryptor.decrypt(encrypted))
			.withMessage("Not encrypted with any of the 1 known keys")
			.withNoCause();
	}

	@Test
	void constructorWhenThereIsNoKeyThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> SessionEncryptor.aesGcm(List.of()))
			.withMessage("encryptors cannot be empty");
	}

	@Test
	void encryptWhenTwiceThenNotTheSame() {
		assertThat(this.encryptor.encrypt(VALUE)).isNotEqualTo(this.encryptor.encrypt(VALUE));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 16, 100_000 })
	void decryptWhenEncryptedThenTheValue(int length) {
		byte[] value = new byte[length];
		Arrays.fill(value, (byte) 7);

		assertThat(this.encryptor.decrypt(this.encryptor.encrypt(value))).isEqualTo(value);
	}

	/**
	 * Read by the JDK itself: nonce, then ciphertext and tag of 128 bits.
	 */
	@Test
	void encryptThenItIsAesGcm() throws Exception {
		byte[] encrypted = this.encryptor.encrypt(VALUE);

		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.DECRYPT_MODE, KEY, new GCMParameterSpec(128, encrypted, 0, 16));
		assertThat(cipher.doFinal(encrypted, 16, encrypted.length - 16)).isEqualTo(VALUE);
	}

	@Test
	void decryptWhenKeysAreRotatedThenOldValuesAreReadAndNewOnesHaveTheNewKey() {
		SessionEncryptor rotated = SessionEncryptor.aesGcm(List.of(OTHER_KEY, KEY));

		assertThat(rotated.decrypt(this.encryptor.encrypt(VALUE))).isEqualTo(VALUE);
		assertThat(SessionEncryptor.aesGcm(List.of(OTHER_KEY)).decrypt(rotated.encrypt(VALUE))).isEqualTo(VALUE);
		assertRefused(rotated.encrypt(VALUE));
	}

	private void assertRefused(byte[] encrypted) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.encryptor.decrypt(encrypted));
	}

	private static SecretKey key(int seed) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) seed);
		return new SecretKeySpec(bytes, "AES");
	}

}
