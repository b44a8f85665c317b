package io.cognitex.boot.security;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import io.cognitex.boot.CognitexConfigurationException;
import io.cognitex.boot.CognitexProperties;
import io.cognitex.boot.ConfigurationProblem;
import io.cognitex.security.web.CognitoJsonLoginConfigurer;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * Adds login by JSON, as {@code cognitex.login.json.*} say.
 */
final class JsonLogin {

	private static final String PROPERTIES = "cognitex.login.json.";

	private static final Set<Integer> AES_KEY_LENGTHS = Set.of(16, 24, 32);

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
			login.handleKeys(properties.getHandleKeys().stream().map(JsonLogin::key).toArray(SecretKey[]::new));
		}
	}

	private static SecretKey key(String base64) {
		byte[] key = decode(base64);
		if (!AES_KEY_LENGTHS.contains(key.length)) {
			throw new CognitexConfigurationException(List.of(new ConfigurationProblem(
					"'" + PROPERTIES + "handle-keys' has a key that is not 16, 24 or 32 bytes in Base64.",
					"Set each to what 'openssl rand -base64 32' prints, and keep it secret.")));
		}
		return new SecretKeySpec(key, "AES");
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getDecoder().decode(base64.strip());
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
