package io.cognitex.security.web;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the logins of an application have in common. As a bean it is the default of every
 * {@link CognitoLoginConfigurer}; the starter makes it from {@code cognitex.login.*}.
 *
 * @param usernameFirst whether the login page asks for the username alone: see
 * {@link CognitoLoginConfigurer#usernameFirst(boolean)}
 * @param passwordPolicy the rules for new passwords, as they are shown: see
 * {@link CognitoLoginConfigurer#passwordPolicy(PasswordPolicy)}
 * @param authenticatorAppIssuer the application's name in authenticator apps: see
 * {@link CognitoLoginConfigurer#authenticatorAppIssuer(String)}
 * @param confirmPage the application's page for confirming a sign-up; {@code null} if
 * there is none: see {@link CognitoLoginConfigurer#confirmPage(String)}
 * @param forgotPasswordPage the application's page for setting a new password with a
 * code; {@code null} if there is none: see
 * {@link CognitoLoginConfigurer#forgotPasswordPage(String)}
 */
public record CognitoLoginSettings(boolean usernameFirst, PasswordPolicy passwordPolicy, String authenticatorAppIssuer,
		@Nullable String confirmPage, @Nullable String forgotPasswordPage) {

	public CognitoLoginSettings {
		Assert.notNull(passwordPolicy, "passwordPolicy cannot be null");
		Assert.hasText(authenticatorAppIssuer, "authenticatorAppIssuer cannot be empty");
	}

	/**
	 * Username and password on one page, Cognito's default policy, and {@code Cognito} in
	 * authenticator apps.
	 * @return the settings
	 */
	public static CognitoLoginSettings withDefaults() {
		return new CognitoLoginSettings(false, PasswordPolicy.withDefaults(), "Cognito", null, null);
	}

	CognitoLoginSettings withUsernameFirst(boolean usernameFirst) {
		return new CognitoLoginSettings(usernameFirst, this.passwordPolicy, this.authenticatorAppIssuer,
				this.confirmPage, this.forgotPasswordPage);
	}

	CognitoLoginSettings withPasswordPolicy(PasswordPolicy passwordPolicy) {
		return new CognitoLoginSettings(this.usernameFirst, passwordPolicy, this.authenticatorAppIssuer,
				this.confirmPage, this.forgotPasswordPage);
	}

	CognitoLoginSettings withAuthenticatorAppIssuer(String authenticatorAppIssuer) {
		return new CognitoLoginSettings(this.usernameFirst, this.passwordPolicy, authenticatorAppIssuer,
				this.confirmPage, this.forgotPasswordPage);
	}

	CognitoLoginSettings withConfirmPage(String confirmPage) {
		return new CognitoLoginSettings(this.usernameFirst, this.passwordPolicy, this.authenticatorAppIssuer,
				confirmPage, this.forgotPasswordPage);
	}

	CognitoLoginSettings withForgotPasswordPage(String forgotPasswordPage) {
		return new CognitoLoginSettings(this.usernameFirst, this.passwordPolicy, this.authenticatorAppIssuer,
				this.confirmPage, forgotPasswordPage);
	}

}
