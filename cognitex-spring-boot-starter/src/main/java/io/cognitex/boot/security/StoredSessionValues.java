package io.cognitex.boot.security;

import java.util.concurrent.atomic.AtomicBoolean;

import io.cognitex.security.SessionEncryptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts the values of sessions and reads them back. What cannot be read is taken for
 * absent, so that the session is nobody's and leads to the login page; an exception would
 * answer each request with an error for as long as the session lives.
 */
final class StoredSessionValues {

	private static final Logger logger = LoggerFactory.getLogger(StoredSessionValues.class);

	private final SessionEncryptor encryptor;

	private final AtomicBoolean warned = new AtomicBoolean();

	StoredSessionValues(SessionEncryptor encryptor) {
		this.encryptor = encryptor;
	}

	byte[] encrypt(byte[] value) {
		return this.encryptor.encrypt(value);
	}

	/**
	 * Decrypts a value.
	 * @return the value; {@code null} if it is not readable
	 */
	byte @Nullable [] decrypt(byte[] stored) {
		try {
			return this.encryptor.decrypt(stored);
		}
		catch (IllegalArgumentException ex) {
			if (this.warned.compareAndSet(false, true)) {
				logger.warn("A stored session cannot be read, and its user has to log in again: it was stored before "
						+ "sessions were encrypted, with a key that is gone, or was changed. Further ones are logged "
						+ "at DEBUG");
			}
			logger.debug("A value of a stored session cannot be read: {}", ex.getMessage());
			return null;
		}
	}

}
