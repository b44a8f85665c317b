package io.cognitex.boot.security;

import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

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
				properties.getLogin().getRememberedDeviceKeys().stream().map(LoginSettings::key).toList());
	}

	private static SecretKey key(String key) {
		try {
			byte[] bytes = Base64.getDecoder().decode(key);
			if (bytes.length == 16 || bytes.length == 24 || bytes.length == 32) {
				return new SecretKeySpec(bytes, "AES");
			}
		}
		catch (IllegalArgumentException ex) {
			// Its message would show a part of the key
		}
		throw new InvalidConfigurationPropertyValueException("cognitex.login.remembered-device-keys", "******",
				"A key has 16, 24 or 32 random bytes, in Base64. One is made by 'openssl rand -base64 32'.");
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
