package io.cognitex.secretwatch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All secrets that tests have used so far. Passwords in the source of tests, and what
 * goes to Cognito and comes back, get here by themselves; a test adds what is made
 * elsewhere.
 */
public final class Secrets {

	private static final SecretIndex index = new SecretIndex();

	private Secrets() {
	}

	/**
	 * Has the logs searched for this from now on.
	 * @param kind what to call it in a failure
	 * @param value the secret, if there is one
	 */
	public static void add(String kind, @Nullable String value) {
		if (value != null) {
			index.add(new Secret(kind, value));
			index.add(new Secret(kind + ", encoded for a URL", URLEncoder.encode(value, StandardCharsets.UTF_8)));
		}
	}

	static List<Secret> findIn(String text) {
		List<Secret> found = index.findIn(text);
		return found.isEmpty() ? SecretShapes.findIn(text) : found;
	}

}
