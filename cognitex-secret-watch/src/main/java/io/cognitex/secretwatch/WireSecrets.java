package io.cognitex.secretwatch;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Learns the secrets that go to Cognito and come back, from every client of the AWS SDK
 * in this JVM.
 */
public final class WireSecrets implements ExecutionInterceptor {

	private static final Set<String> SECRET_MEMBERS = Set.of("Password", "PreviousPassword", "ProposedPassword",
			"TemporaryPassword", "AccessToken", "IdToken", "RefreshToken", "Token", "Session", "SecretHash",
			"ClientSecret", "ConfirmationCode", "Code", "UserCode", "SecretCode", "PasswordVerifier", "Salt");

	/** Maps whose key says what the value is. */
	private static final Set<String> MAPS = Set.of("AuthParameters", "ChallengeResponses", "ChallengeParameters");

	/** All else in those maps is taken for a secret. */
	private static final Set<String> OPEN_KEYS = Set.of("USERNAME", "USER_ID_FOR_SRP", "DEVICE_KEY", "DEVICE_GROUP_KEY",
			"DEVICE_NAME", "TIMESTAMP", "PREFERRED_CHALLENGE", "CODE_DELIVERY_DELIVERY_MEDIUM",
			"CODE_DELIVERY_DESTINATION", "MFAS_CAN_CHOOSE", "MFAS_CAN_SETUP", "requiredAttributes", "userAttributes",
			"FRIENDLY_DEVICE_NAME");

	/** What is chosen, and not typed. */
	private static final Pattern CHOICE = Pattern.compile("[A-Z_]+");

	private static final Pattern PART_OF_CREDENTIAL = Pattern.compile("\"([A-Za-z0-9_-]{32,})\"");

	private static volatile boolean heard;

	static boolean hasHeard() {
		return heard;
	}

	@Override
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		learnFrom(context.request());
	}

	@Override
	public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
		heard = true;
	}

	@Override
	public void afterUnmarshalling(Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
		learnFrom(context.response());
	}

	private static void learnFrom(SdkPojo message) {
		for (SdkField<?> field : message.sdkFields()) {
			Object value = field.getValueOrDefault(message);
			if (value instanceof SdkPojo part) {
				learnFrom(part);
			}
			else if (value instanceof Map<?, ?> map && MAPS.contains(field.memberName())) {
				map.forEach((key, entry) -> learnEntry(String.valueOf(key), String.valueOf(entry)));
			}
			else if (value instanceof String text && SECRET_MEMBERS.contains(field.memberName())) {
				Secrets.add(field.memberName(), text);
			}
			else if (value != null && "Credential".equals(field.memberName())) {
				learnCredential(field.memberName(), value.toString());
			}
		}
	}

	private static void learnEntry(String key, String value) {
		if (key.startsWith("CREDENTIAL")) {
			learnCredential(key, value);
		}
		else if (!OPEN_KEYS.contains(key) && !key.startsWith("userAttributes.") && !CHOICE.matcher(value).matches()) {
			Secrets.add(key, value);
		}
	}

	private static void learnCredential(String kind, String credential) {
		Matcher parts = PART_OF_CREDENTIAL.matcher(credential);
		while (parts.find()) {
			Secrets.add(kind, parts.group(1));
		}
	}

}
