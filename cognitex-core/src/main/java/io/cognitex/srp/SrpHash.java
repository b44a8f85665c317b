package io.cognitex.srp;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 and what is built on it. Cognito hashes integers in the form of
 * {@link BigInteger#toByteArray()}: as short as possible, with one zero byte before a top
 * bit that is set, and not padded to the length of N as RFC 5054 has it.
 */
final class SrpHash {

	private static final String HMAC = "HmacSHA256";

	private SrpHash() {
	}

	static byte[] sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	static BigInteger integer(byte[]... parts) {
		return new BigInteger(1, sha256(parts));
	}

	static byte[] hmac(byte[] key, byte[]... parts) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(key, HMAC));
			for (byte[] part : parts) {
				mac.update(part);
			}
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + HMAC, ex);
		}
	}

	/**
	 * The first sixteen bytes of HKDF.
	 * @param secret the input keying material
	 * @param salt the salt
	 * @param info the context
	 * @return the key
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869#section-2">RFC 5869</a>
	 */
	static byte[] hkdf(byte[] secret, byte[] salt, byte[] info) {
		return Arrays.copyOf(hmac(hmac(salt, secret), info, new byte[] { 1 }), 16);
	}

}
