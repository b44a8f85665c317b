package io.cognitex;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.cognitex.jwt.UnverifiedJwt;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what Cognito would refuse in any case, without a call, in words that name the
 * argument and never repeat it. The limits are those of the service model.
 */
final class Arguments {

	private static final int MAX_USERNAME = 128;

	private static final int MAX_PASSWORD = 256;

	private static final int MAX_CODE = 2048;

	private static final int MAX_ATTRIBUTE_VALUE = 2048;

	/** The model has no limit; Cognito's are about two thousand characters long. */
	private static final int MAX_REFRESH_TOKEN = 16 * 1024;

	/** The model's limit of an answer. */
	private static final int MAX_CREDENTIAL = 131_072;

	private static final Pattern DEVICE_KEY = Pattern.compile("[\\w-]{1,18}_[0-9a-f-]{1,36}");

	private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,32}");

	private Arguments() {
	}

	static void checkUsername(@Nullable String username) {
		checkText("username", username, MAX_USERNAME);
	}

	static void checkPassword(String argument, @Nullable String password) {
		checkText(argument, password, MAX_PASSWORD);
	}

	static void checkCode(String argument, @Nullable String code) {
		checkText(argument, code, MAX_CODE);
	}

	static void checkAttributeValue(String argument, @Nullable String value) {
		checkText(argument, value, MAX_ATTRIBUTE_VALUE);
	}

	static void checkCredential(@Nullable String credential) {
		checkText("credential", credential, MAX_CREDENTIAL);
	}

	static void checkDeviceKey(@Nullable String deviceKey) {
		if (deviceKey == null || !DEVICE_KEY.matcher(deviceKey).matches()) {
			throw refused("'deviceKey' must be the key of a device");
		}
	}

	static void checkMfaSettings(@Nullable Map<MfaType, MfaSetting> settings) {
		if (settings == null || settings.isEmpty()) {
			throw refused("'settings' must not be empty");
		}
		if (settings.get(MfaType.WEB_AUTHN) == MfaSetting.PREFERRED) {
			throw refused("'settings[WEB_AUTHN]' must not be PREFERRED: Cognito has no such preference");
		}
	}

	static void checkToken(@Nullable String accessToken) {
		checkText("accessToken", accessToken, UnverifiedJwt.MAX_LENGTH);
	}

	static String checkRefreshToken(@Nullable String refreshToken) {
		checkText("refreshToken", refreshToken, MAX_REFRESH_TOKEN);
		return Objects.requireNonNull(refreshToken);
	}

	static void checkAttributeName(@Nullable String attributeName) {
		if (attributeName == null || !ATTRIBUTE_NAME.matcher(attributeName).matches()) {
			throw refused("'attributeName' must be 1 to 32 characters without blanks");
		}
	}

	static void checkAttributes(@Nullable Map<String, String> attributes) {
		if (attributes == null) {
			throw refused("'attributes' must not be null");
		}
		attributes.forEach(Arguments::checkAttribute);
	}

	static void checkAttributesNotEmpty(@Nullable Map<String, String> attributes) {
		if (attributes == null || attributes.isEmpty()) {
			throw refused("'attributes' must not be empty");
		}
		checkAttributes(attributes);
	}

	private static void checkAttribute(@Nullable String name, @Nullable String value) {
		if (name == null || !ATTRIBUTE_NAME.matcher(name).matches()) {
			throw refused("Each name in 'attributes' must be 1 to 32 characters without blanks");
		}
		if (value == null) {
			throw refused("'attributes[" + name + "]' must not be null");
		}
		checkLength("attributes[" + name + "]", value, MAX_ATTRIBUTE_VALUE);
	}

	private static void checkText(String argument, @Nullable String value, int max) {
		if (value == null || value.isBlank()) {
			throw refused("'" + argument + "' must not be empty");
		}
		checkLength(argument, value, max);
	}

	// Cognito counts characters, of which one beyond the basic plane takes two in Java.
	private static void checkLength(String argument, String value, int max) {
		if (value.length() > max && value.codePointCount(0, value.length()) > max) {
			throw refused("'" + argument + "' must not be longer than " + max + " characters");
		}
	}

	private static CognitoException refused(String message) {
		return new CognitoException(CognitoError.INVALID_PARAMETER, message);
	}

}
