package io.cognitex.jwt;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64url as JSON Web Tokens have it: without padding, and with only one way to write
 * each value. The JDK's decoder takes padding and ignores the last character's surplus
 * bits, so that one token could be written in many ways.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515, section 2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-3.5">RFC 4648, section
 * 3.5</a>
 */
final class Base64Url {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private Base64Url() {
	}

	static byte[] decode(byte[] text, int from, int to) throws MalformedJwtException {
		if (!isCanonical(text, from, to)) {
			throw malformed();
		}
		try {
			return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
		}
		catch (IllegalArgumentException ex) {
			throw malformed();
		}
	}

	private static boolean isCanonical(byte[] text, int from, int to) {
		if (from == to) {
			return true;
		}
		int last = ALPHABET.indexOf(text[to - 1]);
		return switch ((to - from) % 4) {
			case 0 -> last >= 0;
			case 2 -> last >= 0 && (last & 0b1111) == 0;
			case 3 -> last >= 0 && (last & 0b11) == 0;
			default -> false;
		};
	}

	private static MalformedJwtException malformed() {
		return new MalformedJwtException("The token is not base64url");
	}

}
