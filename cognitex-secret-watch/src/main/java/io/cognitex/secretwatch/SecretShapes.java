package io.cognitex.secretwatch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that are known by their looks, whoever made them: signed tokens and the
 * credentials of an {@code Authorization} header.
 */
final class SecretShapes {

	private static final Pattern SIGNED_TOKEN = Pattern
		.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}");

	private static final Pattern CREDENTIALS = Pattern
		.compile("(?:Basic|Bearer) (?!Authorization )([A-Za-z0-9._~+/-]{12,}=*)");

	private SecretShapes() {
	}

	static List<Secret> findIn(String text) {
		if (text.contains("eyJ")) {
			Matcher token = SIGNED_TOKEN.matcher(text);
			if (token.find()) {
				return List.of(new Secret("a signed token", token.group()));
			}
		}
		if (text.contains("Basic ") || text.contains("Bearer ")) {
			Matcher credentials = CREDENTIALS.matcher(text);
			if (credentials.find()) {
				return List.of(new Secret("credentials of a header", credentials.group(1)));
			}
		}
		return List.of();
	}

}
