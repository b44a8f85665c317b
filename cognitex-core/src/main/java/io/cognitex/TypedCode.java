package io.cognitex;

import java.util.regex.Pattern;

/**
 * A code as a person typed it: with the blanks that authenticator apps and mails show in
 * the middle of it, which Cognito does not take.
 */
final class TypedCode {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

	private TypedCode() {
	}

	static String of(String typed) {
		return BLANKS.matcher(typed).replaceAll("");
	}

	/**
	 * The code of an authenticator app. Cognito calls anything else a malformed request;
	 * to the person it is a wrong code.
	 */
	static String ofSoftwareToken(String typed) {
		String code = of(typed);
		if (!SIX_DIGITS.matcher(code).matches()) {
			throw new CognitoException(CognitoError.CODE_MISMATCH, "The code of an authenticator app has six digits");
		}
		return code;
	}

}
