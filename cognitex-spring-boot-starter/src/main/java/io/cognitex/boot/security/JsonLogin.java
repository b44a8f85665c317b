package io.cognitex.boot.security;

import java.time.Duration;

import javax.crypto.SecretKey;

import io.cognitex.boot.CognitexProperties;
import io.cognitex.security.web.CognitoJsonLoginConfigurer;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * Adds login by JSON, as {@code cognitex.login.json.*} say.
 */
final class JsonLogin {

	private static final String PROPERTIES = "cognitex.login.json.";

	private JsonLogin() {
	}

	static void apply(CognitexProperties.Json properties, HttpSecurity http) {
		if (properties.isEnabled()) {
			http.with(new CognitoJsonLoginConfigurer(), (login) -> configure(login, properties));
		}
	}

	private static void configure(CognitoJsonLoginConfigurer login, CognitexProperties.Json properties) {
		if (properties.getHandleValidity().compareTo(Duration.ZERO) <= 0) {
			throw new InvalidConfigurationPropertyValueException(PROPERTIES + "handle-validity",
					properties.getHandleValidity(), "It must be positive.");
		}
		login.handleValidity(properties.getHandleValidity());
		if (properties.isStateless()) {
			login.stateless();
		}
		if (!properties.getHandleKeys().isEmpty()) {
			login.handleKeys(
					AesKeys.of(PROPERTIES + "handle-keys", properties.getHandleKeys()).toArray(SecretKey[]::new));
		}
	}

}
