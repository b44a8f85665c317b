package io.cognitex.embedded.internal.pool;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * What a password has to look like. The service's default asks for eight characters and
 * all four classes.
 *
 * @param minimumLength the least number of characters
 * @param requireUppercase whether A-Z is needed
 * @param requireLowercase whether a-z is needed
 * @param requireNumbers whether 0-9 is needed
 * @param requireSymbols whether one of the symbols is needed
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">Passwords</a>
 */
public record PasswordPolicy(int minimumLength, boolean requireUppercase, boolean requireLowercase,
		boolean requireNumbers, boolean requireSymbols) {

	private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

	/** What a pool has unless told otherwise. */
	public static final PasswordPolicy DEFAULT = new PasswordPolicy(8, true, true, true, true);

	/**
	 * Refuses a password that breaks a rule. The service names one rule at a time; that
	 * it asks for the length first is a guess.
	 * @param password the proposed password
	 */
	public void check(String password) {
		if (password.codePointCount(0, password.length()) < this.minimumLength) {
			throw Refusals.passwordPolicy("Password not long enough");
		}
		require(this.requireUppercase && noneIn(password, 'A', 'Z'), "uppercase");
		require(this.requireLowercase && noneIn(password, 'a', 'z'), "lowercase");
		require(this.requireNumbers && noneIn(password, '0', '9'), "numeric");
		require(this.requireSymbols && password.chars().noneMatch((c) -> SYMBOLS.indexOf(c) >= 0), "symbol");
	}

	private static void require(boolean broken, String characters) {
		if (broken) {
			throw Refusals.passwordPolicy("Password must have " + characters + " characters");
		}
	}

	private static boolean noneIn(String password, char first, char last) {
		return password.chars().noneMatch((c) -> c >= first && c <= last);
	}

}
