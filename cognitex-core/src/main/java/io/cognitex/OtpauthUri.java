package io.cognitex;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The URI that authenticator apps read from a QR code. Cognito's codes are what the apps
 * assume by default: SHA-1, six digits, thirty seconds.
 *
 * @see <a href= "https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key
 * URI format</a>
 */
final class OtpauthUri {

	private OtpauthUri() {
	}

	static String of(String issuer, String account, String secretCode) {
		return "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + encode(secretCode) + "&issuer="
				+ encode(issuer);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
