package io.cognitex.security.web;

import org.springframework.util.Assert;

/**
 * The rules for new passwords, to be shown before a person chooses one. It decides
 * nothing: Cognito does, by the policy of the user pool, which this has to match.
 *
 * @param minimumLength the shortest password, 6 to 99 characters
 * @param requireLowercase whether a lower-case letter (a to z) is needed
 * @param requireUppercase whether an upper-case letter (A to Z) is needed
 * @param requireNumbers whether a digit is needed
 * @param requireSymbols whether a symbol is needed
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html">PasswordPolicyType</a>
 */
public record PasswordPolicy(int minimumLength, boolean requireLowercase, boolean requireUppercase,
		boolean requireNumbers, boolean requireSymbols) {

	public PasswordPolicy {
		Assert.isTrue(minimumLength >= 6 && minimumLength <= 99, "minimumLength must be between 6 and 99");
	}

	/**
	 * Cognito's own default: eight characters, of all four kinds.
	 * @return the policy
	 */
	public static PasswordPolicy withDefaults() {
		return new PasswordPolicy(8, true, true, true, true);
	}

}
