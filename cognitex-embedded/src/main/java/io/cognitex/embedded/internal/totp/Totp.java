package io.cognitex.embedded.internal.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords as Cognito has them: SHA-1, six digits, steps of 30
 * seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
final class Totp {

	private static final String ALGORITHM = "HmacSHA1";

	private static final int STEP_SECONDS = 30;

	private static final int MODULUS = 1_000_000;

	private Totp() {
	}

	/**
	 * The time step that an instant is in.
	 */
	static long step(Instant instant) {
		return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
	}

	/**
	 * The code of a time step.
	 */
	static String code(byte[] secret, long step) {
		byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
		// RFC 4226, section 5.3: the last four bits say where the number starts.
		int offset = hash[hash.length - 1] & 0xf;
		int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
		String digits = String.valueOf(MODULUS + number % MODULUS);
		return digits.substring(1);
	}

	private static byte[] hmac(byte[] key, byte[] message) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
