package io.cognitex.embedded.internal.totp;

import java.io.ByteArrayOutputStream;

/**
 * Base32 without padding (RFC 4648, section 6), as authenticator apps take their secrets.
 */
final class Base32 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int BITS = 5;

	private Base32() {
	}

	static String encode(byte[] bytes) {
		StringBuilder encoded = new StringBuilder();
		int buffer = 0;
		int held = 0;
		for (byte value : bytes) {
			buffer = (buffer << Byte.SIZE) | Byte.toUnsignedInt(value);
			held += Byte.SIZE;
			while (held >= BITS) {
				held -= BITS;
				encoded.append(ALPHABET.charAt((buffer >> held) & 31));
			}
			buffer &= (1 << held) - 1;
		}
		if (held > 0) {
			encoded.append(ALPHABET.charAt((buffer << (BITS - held)) & 31));
		}
		return encoded.toString();
	}

	static byte[] decode(String encoded) {
		ByteArrayOutputStream decoded = new ByteArrayOutputStream();
		int buffer = 0;
		int held = 0;
		for (char letter : encoded.toCharArray()) {
			int value = ALPHABET.indexOf(letter);
			if (value < 0) {
				throw new IllegalArgumentException("Not Base32 without padding");
			}
			buffer = (buffer << BITS) | value;
			held += BITS;
			if (held >= Byte.SIZE) {
				held -= Byte.SIZE;
				decoded.write(buffer >> held);
				buffer &= (1 << held) - 1;
			}
		}
		return decoded.toByteArray();
	}

}
