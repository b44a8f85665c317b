package io.cognitex.security.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app (RFC 6238, RFC 4648).
 */
final class TestAuthenticatorApp {

	static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

	private TestAuthenticatorApp() {
	}

	static String code(String secret, Instant now) {
		byte[] hash = hmac(decode(secret), now.getEpochSecond() / 30);
		int offset = hash[hash.length - 1] & 0xf;
		int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
		return String.format("%06d", number % 1_000_000);
	}

	private static byte[] decode(String secret) {
		ByteBuffer bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
		int bits = 0;
		int buffer = 0;
		for (char letter : secret.toCharArray()) {
			buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				bytes.put((byte) (buffer >> bits));
			}
		}
		return bytes.array();
	}

	private static byte[] hmac(byte[] key, long counter) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key, "HmacSHA1"));
			return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
