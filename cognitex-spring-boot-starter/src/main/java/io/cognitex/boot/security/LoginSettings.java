package io.cognitex.boot.security;

import io.cognitex.SignInFlow;
import io.cognitex.boot.CognitexProperties;
import io.cognitex.security.web.CognitoLoginSettings;
import io.cognitex.security.web.CookieRememberedDeviceRepository;
import io.cognitex.security.web.PasswordPolicy;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Reads {@code cognitex.login.*}.
 */
final class LoginSettings {

	private LoginSettings() {
	}

	static CognitoLoginSettings of(CognitexProperties properties, Environment environment) {
		CognitexProperties.Login login = properties.getLogin();
		boolean usernameFirst = (login.getUsernameFirst() != null) ? login.getUsernameFirst()
				: properties.getSignInFlow() == SignInFlow.USER_AUTH;
		String issuer = (login.getAuthenticatorAppIssuer() != null) ? login.getAuthenticatorAppIssuer()
				: environment.getProperty("spring.application.name", "Cognito");
		return new CognitoLoginSettings(usernameFirst, passwordPolicy(login.getPasswordPolicy()), issuer,
				login.getConfirmPage(), login.getForgotPasswordPage());
	}

	static CookieRememberedDeviceRepository rememberedDevices(CognitexProperties properties) {
		return new CookieRememberedDeviceRepository(
				AesKeys.of("cognitex.login.remembered-device-keys", properties.getLogin().getRememberedDeviceKeys()));
	}

	private static PasswordPolicy passwordPolicy(CognitexProperties.PasswordPolicy policy) {
		if (policy.getMinimumLength() < 6 || policy.getMinimumLength() > 99) {
			throw new InvalidConfigurationPropertyValueException("cognitex.login.password-policy.minimum-length",
					policy.getMinimumLength(), "Cognito allows 6 to 99 characters.");
		}
		return new PasswordPolicy(policy.getMinimumLength(), policy.isRequireLowercase(), policy.isRequireUppercase(),
				policy.isRequireNumbers(), policy.isRequireSymbols());
	}

}
