package io.cognitex.security.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Makes a content unreadable and unchangeable for whoever carries it: AES-GCM with a
 * random nonce, in letters, digits, {@code -} and {@code _}.
 */
final class SealedText {

	private static final int NONCE_LENGTH = 12;

	private static final int TAG_LENGTH = 16;

	private final List<SecretKey> keys;

	private final byte[] purpose;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Seals and opens.
	 * @param keys AES keys: the first one seals, all of them open, so that keys can be
	 * replaced
	 * @param purpose what the texts are for; one that was sealed for another does not
	 * open
	 */
	SealedText(List<SecretKey> keys, String purpose) {
		this.keys = List.copyOf(keys);
		this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
	}

	String seal(String text) {
		return seal(text.getBytes(StandardCharsets.UTF_8));
	}

	String seal(byte[] content) {
		byte[] nonce = new byte[NONCE_LENGTH];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, this.keys.get(0), nonce).doFinal(content);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(ByteBuffer.allocate(NONCE_LENGTH + sealed.length).put(nonce).put(sealed).array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available or the key is no AES key", ex);
		}
	}

	/**
	 * Opens a text.
	 * @param sealed as it came
	 * @return the text; empty if it was changed or made up, is for something else, or was
	 * sealed with a key that is no longer known
	 */
	Optional<String> open(String sealed) {
		return openBytes(sealed).map((content) -> new String(content, StandardCharsets.UTF_8));
	}

	/**
	 * Opens what is no text.
	 * @param sealed as it came
	 * @return the content; empty as above
	 */
	Optional<byte[]> openBytes(String sealed) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(sealed);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		return this.keys.stream().flatMap((key) -> open(key, bytes).stream()).findFirst();
	}

	private Optional<byte[]> open(SecretKey key, byte[] bytes) {
		if (bytes.length < NONCE_LENGTH + TAG_LENGTH) {
			return Optional.empty();
		}
		byte[] nonce = new byte[NONCE_LENGTH];
		ByteBuffer.wrap(bytes).get(nonce);
		try {
			return Optional
				.of(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(bytes, NONCE_LENGTH, bytes.length - NONCE_LENGTH));
		}
		catch (GeneralSecurityException ex) {
			return Optional.empty();
		}
	}

	private Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
		cipher.updateAAD(this.purpose);
		return cipher;
	}

}
