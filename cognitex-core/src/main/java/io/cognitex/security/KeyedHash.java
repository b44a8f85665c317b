package io.cognitex.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Lets something be remembered under a secret without the secret. The key is made with
 * the object and never leaves it, so that nobody who reads the memory can try guesses, or
 * compare with another process.
 */
final class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	/**
	 * One for each thread. A clone is an order of magnitude cheaper than looking the
	 * algorithm up, which matters where each request has a thread of its own.
	 */
	private final ThreadLocal<Mac> macs;

	KeyedHash() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		try {
			Mac prototype = Mac.getInstance(ALGORITHM);
			prototype.init(new SecretKeySpec(key, ALGORITHM));
			this.macs = ThreadLocal.withInitial(() -> cloneOf(prototype));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Mac cloneOf(Mac prototype) {
		try {
			return (Mac) prototype.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Stands for a secret.
	 * @param secret the secret
	 * @return the same for the same secret, and never for another
	 */
	Value of(String secret) {
		ByteBuffer hash = ByteBuffer.wrap(this.macs.get().doFinal(secret.getBytes(StandardCharsets.UTF_8)));
		return new Value(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
	}

	/**
	 * The 256 bits of a hash.
	 */
	record Value(long first, long second, long third, long fourth) {

		/**
		 * Takes the same time wherever the difference is.
		 */
		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Value that && ((this.first ^ that.first) | (this.second ^ that.second)
					| (this.third ^ that.third) | (this.fourth ^ that.fourth)) == 0;
		}

		@Override
		public int hashCode() {
			return (int) this.first;
		}

		@Override
		public String toString() {
			return "[protected]";
		}

	}

}
