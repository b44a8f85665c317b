package io.cognitex.embedded.internal.pool;

import org.jspecify.annotations.Nullable;

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
 * @param historySize how many of the last passwords cannot be used again
 * @param temporaryPasswordValidityDays how many days a temporary password can be used
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">Passwords</a>
 */
public record PasswordPolicy(int minimumLength, boolean requireUppercase, boolean requireLowercase,
		boolean requireNumbers, boolean requireSymbols, int historySize, int temporaryPasswordValidityDays) {

	static final int LONGEST_HISTORY = 24;

	private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

	/** What a pool has unless told otherwise. */
	public static final PasswordPolicy DEFAULT = new PasswordPolicy(8, true, true, true, true, 0, 7);

	/**
	 * This policy with another history.
	 * @param size how many of the last passwords cannot be used again
	 * @return the new policy
	 */
	public PasswordPolicy withHistorySize(int size) {
		return new PasswordPolicy(this.minimumLength, this.requireUppercase, this.requireLowercase, this.requireNumbers,
				this.requireSymbols, size, this.temporaryPasswordValidityDays);
	}

	/**
	 * This policy with another validity of temporary passwords.
	 * @param days how many days a temporary password can be used
	 * @return the new policy
	 */
	public PasswordPolicy withTemporaryPasswordValidityDays(int days) {
		return new PasswordPolicy(this.minimumLength, this.requireUppercase, this.requireLowercase, this.requireNumbers,
				this.requireSymbols, this.historySize, days);
	}

	/**
	 * Refuses a password that breaks a rule. The service names one rule at a time; that
	 * it asks for the length first is a guess.
	 * @param password the proposed password
	 */
	public void check(String password) {
		String broken = broken(password);
		if (broken != null) {
			throw Refusals.passwordPolicy(broken);
		}
	}

	/**
	 * Refuses a password that breaks a rule, or that the user has had not long ago.
	 * @param user the user
	 * @param password the proposed password
	 */
	public void check(User user, String password) {
		check(password);
		if (user.lastPasswords().limit(this.historySize).anyMatch((last) -> last.matches(password))) {
			throw Refusals.passwordHistory();
		}
	}

	/**
	 * Refuses a temporary password that breaks a rule, in the other words that the
	 * service has for it.
	 * @param password the proposed password
	 */
	public void checkTemporary(String password) {
		String broken = broken(password);
		if (broken != null) {
			throw Refusals.temporaryPasswordPolicy(broken);
		}
	}

	private @Nullable String broken(String password) {
		if (password.codePointCount(0, password.length()) < this.minimumLength) {
			return "Password not long enough";
		}
		if (this.requireUppercase && noneIn(password, 'A', 'Z')) {
			return "Password must have uppercase characters";
		}
		if (this.requireLowercase && noneIn(password, 'a', 'z')) {
			return "Password must have lowercase characters";
		}
		if (this.requireNumbers && noneIn(password, '0', '9')) {
			return "Password must have numeric characters";
		}
		if (this.requireSymbols && password.chars().noneMatch((c) -> SYMBOLS.indexOf(c) >= 0)) {
			return "Password must have symbol characters";
		}
		return null;
	}

	private static boolean noneIn(String password, char first, char last) {
		return password.chars().noneMatch((c) -> c >= first && c <= last);
	}

}
