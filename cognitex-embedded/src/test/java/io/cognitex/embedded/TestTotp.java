package io.cognitex.embedded;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app, written from RFC 6238 and RFC 4648 apart from the server's.
 */
final class TestTotp {

	static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

	private TestTotp() {
	}

	static String code(String secret, Instant instant) {
		byte[] hash = hmac(decode(secret), instant.getEpochSecond() / 30);
		int offset = hash[19] & 0xf;
		byte[] number = Arrays.copyOfRange(hash, offset, offset + 4);
		number[0] &= 0x7f;
		return String.format("%06d", new BigInteger(number).mod(BigInteger.valueOf(1_000_000)));
	}

	private static byte[] decode(String secret) {
		BigInteger bits = BigInteger.ZERO;
		for (char letter : secret.toCharArray()) {
			int value = Character.isLetter(letter) ? letter - 'A' : letter - '2' + 26;
			bits = bits.shiftLeft(5).or(BigInteger.valueOf(value));
		}
		int bytes = secret.length() * 5 / 8;
		byte[] decoded = new byte[bytes];
		byte[] number = bits.shiftRight(secret.length() * 5 % 8).toByteArray();
		int length = Math.min(number.length, bytes);
		System.arraycopy(number, number.length - length, decoded, bytes - length, length);
		return decoded;
	}

	private static byte[] hmac(byte[] key, long counter) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key, "HmacSHA1"));
			for (int shift = 56; shift >= 0; shift -= 8) {
				mac.update((byte) (counter >> shift));
			}
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
