package io.cognitex.embedded.internal.pool;

import java.security.SecureRandom;

/**
 * Random identifiers in the shapes that Cognito gives them.
 */
public final class Identifiers {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";

	private static final String MIXED = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private static final int DIGITS_OF_CODE = 6;

	private Identifiers() {
	}

	public static String userPoolId(String region) {
		return region + "_" + random(MIXED, 9);
	}

	public static String clientId() {
		return random(LOWER, 26);
	}

	public static String clientSecret() {
		return random(LOWER, 52);
	}

	/**
	 * A device group key; the service's begin with a dash.
	 * @return the key
	 */
	public static String deviceGroupKey() {
		return "-" + random(MIXED, 8);
	}

	/**
	 * The token with which a user may say something about an event.
	 * @return the token
	 */
	static String feedbackToken() {
		return random(MIXED, 64);
	}

	/**
	 * A code of six digits.
	 * @return the code
	 */
	public static String code() {
		return code(DIGITS_OF_CODE);
	}

	/**
	 * A code.
	 * @param digits how many digits it has
	 * @return the code
	 */
	public static String code(int digits) {
		return random("0123456789", digits);
	}

	private static String random(String alphabet, int length) {
		StringBuilder random = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			random.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
		}
		return random.toString();
	}

}
