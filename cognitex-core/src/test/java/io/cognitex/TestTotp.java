package io.cognitex;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
final class TestTotp {

	static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private TestTotp() {
	}

	static String code(String secret, Instant instant) {
		ByteBuffer hash = ByteBuffer
			.wrap(hmac(decode(secret), ByteBuffer.allocate(8).putLong(instant.getEpochSecond() / 30).array()));
		int number = hash.getInt(hash.get(19) & 0xf) & 0x7fffffff;
		return String.format("%06d", number % 1_000_000);
	}

	private static byte[] decode(String secret) {
		ByteBuffer decoded = ByteBuffer.allocate(secret.length() * 5 / 8);
		int bits = 0;
		int buffer = 0;
		for (char letter : secret.toCharArray()) {
			buffer = buffer << 5 | BASE32.indexOf(letter);
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				decoded.put((byte) (buffer >> bits));
			}
		}
		return decoded.array();
	}

	private static byte[] hmac(byte[] key, byte[] text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key, "HmacSHA1"));
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
