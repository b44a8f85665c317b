package io.cognitex.security;

import java.util.List;

import javax.crypto.SecretKey;

import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.util.Assert;

/**
 * Encrypts what sessions hold on its way to their store, so that whoever reads a database
 * or a backup of it finds no token there. Its key can be replaced while sessions live:
 * the first key encrypts, all of them decrypt.
 *
 * <p>
 * It says nothing of where a value belongs: whoever may write to the store can still put
 * the value of one session into another.
 */
public final class SessionEncryptor implements BytesEncryptor {

	private final List<BytesEncryptor> encryptors;

	/**
	 * Encrypts by other means than AES-GCM with keys at hand.
	 * @param encryptors at least one; the first one encrypts. Each has to refuse, by an
	 * exception, what it did not encrypt itself
	 */
	public SessionEncryptor(List<? extends BytesEncryptor> encryptors) {
		Assert.notEmpty(encryptors, "encryptors cannot be empty");
		this.encryptors = List.copyOf(encryptors);
	}

	/**
	 * Encrypts with AES-GCM (NIST SP 800-38D) and a random nonce for each value. Replace
	 * a key before it has encrypted 2<sup>32</sup> values.
	 * @param keys AES keys, at least one; the first one encrypts
	 * @return the encryptor
	 */
	public static SessionEncryptor aesGcm(List<SecretKey> keys) {
		return new SessionEncryptor(
				keys.stream().map((key) -> AesGcmBytesEncryptor.withSecretKey(key).build()).toList());
	}

	@Override
	public byte[] encrypt(byte[] value) {
		return this.encryptors.get(0).encrypt(value);
	}

	/**
	 * Decrypts.
	 * @param encrypted what {@link #encrypt} returned
	 * @return the value
	 * @throws IllegalArgumentException if the value was changed, is not encrypted at all,
	 * or was encrypted with a key that is no longer known
	 */
	@Override
	public byte[] decrypt(byte[] encrypted) {
		for (BytesEncryptor encryptor : this.encryptors) {
			try {
				return encryptor.decrypt(encrypted);
			}
			catch (RuntimeException ex) {
				// BytesEncryptor does not say what it throws; another key may fit
			}
		}
		throw new IllegalArgumentException("Not encrypted with any of the " + this.encryptors.size() + " known keys");
	}

}
