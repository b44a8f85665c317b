package io.cognitex.sample;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, after RFC 6238. */
final class TestAuthenticatorApp {

	private TestAuthenticatorApp() {
	}

	static String code(String secret) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(decode(secret.replace(" ", "")), "HmacSHA1"));
		byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30).array());
		int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
		return String.format("%06d", number % 1_000_000);
	}

	private static byte[] decode(String base32) {
		ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
		int bits = 0;
		int count = 0;
		for (char character : base32.toCharArray()) {
			bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(character);
			count += 5;
			if (count >= 8) {
				count -= 8;
				bytes.put((byte) (bits >> count));
			}
		}
		return bytes.array();
	}

}
