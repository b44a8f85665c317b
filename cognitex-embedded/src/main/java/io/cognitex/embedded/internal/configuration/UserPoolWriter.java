package io.cognitex.embedded.internal.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.pool.DeviceConfiguration;
import io.cognitex.embedded.internal.pool.PasswordPolicy;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.SchemaAttribute;
import io.cognitex.embedded.internal.pool.SchemaAttribute.Type;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Describes a pool: {@code UserPoolType}.
 */
public final class UserPoolWriter {

	private UserPoolWriter() {
	}

	/**
	 * Describes a pool.
	 * @param pool the pool
	 * @return the description
	 */
	public static ObjectNode write(UserPool pool) {
		PoolSettings settings = pool.settings();
		ObjectNode answer = Json.object()
			.put("Id", pool.id())
			.put("Name", settings.name())
			.put("Arn", "arn:aws:cognito-idp:" + pool.region() + ":000000000000:userpool/" + pool.id())
			.put("CreationDate", Timestamps.seconds(pool.createdAt()))
			.put("LastModifiedDate", Timestamps.seconds(pool.modifiedAt()))
			.put("DeletionProtection", settings.deletionProtection() ? "ACTIVE" : "INACTIVE")
			.put("EstimatedNumberOfUsers", pool.users().size())
			.put("MfaConfiguration", settings.mfa().mode().name())
			.put("UserPoolTier", "ESSENTIALS");
		answer.putObject("LambdaConfig");
		answer.putObject("EmailConfiguration").put("EmailSendingAccount", "COGNITO_DEFAULT");
		answer.putObject("VerificationMessageTemplate").put("DefaultEmailOption", "CONFIRM_WITH_CODE");
		answer.putObject("UserPoolTags");
		answer.set("Policies", policies(settings));
		answer.putObject("UsernameConfiguration").put("CaseSensitive", settings.names().caseSensitive());
		putStrings(answer, "UsernameAttributes", settings.names().usernameAttributes());
		putStrings(answer, "AliasAttributes", settings.names().aliasAttributes());
		putStrings(answer, "AutoVerifiedAttributes", settings.autoVerifiedAttributes());
		if (!settings.verifiedBeforeUpdate().isEmpty()) {
			putStrings(answer.putObject("UserAttributeUpdateSettings"), "AttributesRequireVerificationBeforeUpdate",
					settings.verifiedBeforeUpdate());
		}
		DeviceConfiguration devices = settings.deviceConfiguration();
		if (devices != null) {
			answer.putObject("DeviceConfiguration")
				.put("ChallengeRequiredOnNewDevice", devices.challengeRequiredOnNewDevice())
				.put("DeviceOnlyRememberedOnUserPrompt", devices.deviceOnlyRememberedOnUserPrompt());
		}
		if (settings.recordsAuthEvents()) {
			answer.put("UserPoolTier", "PLUS");
			answer.putObject("UserPoolAddOns").put("AdvancedSecurityMode", settings.advancedSecurityMode().name());
		}
		answer.set("AdminCreateUserConfig", adminCreateUserConfig(settings));
		answer.set("AccountRecoverySetting", accountRecovery(settings.recoveryMechanisms()));
		ArrayNode schema = answer.putArray("SchemaAttributes");
		settings.schema().attributes().forEach((attribute) -> schema.add(attribute(attribute)));
		for (Map.Entry<String, JsonNode> stored : settings.stored().entrySet()) {
			answer.set(stored.getKey(), stored.getValue());
		}
		return answer;
	}

	private static ObjectNode policies(PoolSettings settings) {
		ObjectNode written = Json.object();
		written.set("PasswordPolicy", passwordPolicy(settings.passwordPolicy()));
		written.putObject("SignInPolicy").set("AllowedFirstAuthFactors", strings(settings.allowedFirstAuthFactors()));
		return written;
	}

	private static ObjectNode passwordPolicy(PasswordPolicy policy) {
		ObjectNode written = Json.object()
			.put("MinimumLength", policy.minimumLength())
			.put("RequireUppercase", policy.requireUppercase())
			.put("RequireLowercase", policy.requireLowercase())
			.put("RequireNumbers", policy.requireNumbers())
			.put("RequireSymbols", policy.requireSymbols())
			.put("TemporaryPasswordValidityDays", policy.temporaryPasswordValidityDays());
		if (policy.historySize() > 0) {
			written.put("PasswordHistorySize", policy.historySize());
		}
		return written;
	}

	private static ObjectNode adminCreateUserConfig(PoolSettings settings) {
		return Json.object()
			.put("AllowAdminCreateUserOnly", settings.adminCreateUserOnly())
			.put("UnusedAccountValidityDays", settings.passwordPolicy().temporaryPasswordValidityDays());
	}

	private static ObjectNode accountRecovery(List<String> mechanisms) {
		ObjectNode written = Json.object();
		ArrayNode list = written.putArray("RecoveryMechanisms");
		for (int index = 0; index < mechanisms.size(); index++) {
			list.addObject().put("Priority", index + 1).put("Name", mechanisms.get(index));
		}
		return written;
	}

	private static ObjectNode attribute(SchemaAttribute attribute) {
		ObjectNode written = Json.object()
			.put("Name", attribute.name())
			.put("AttributeDataType", attribute.type().wireName())
			.put("DeveloperOnlyAttribute", false)
			.put("Mutable", attribute.mutable())
			.put("Required", attribute.required());
		if (attribute.type() == Type.STRING) {
			putLimits(written.putObject("StringAttributeConstraints"), attribute, "MinLength", "MaxLength");
		}
		else if (attribute.type() == Type.NUMBER) {
			putLimits(written.putObject("NumberAttributeConstraints"), attribute, "MinValue", "MaxValue");
		}
		return written;
	}

	private static void putLimits(ObjectNode written, SchemaAttribute attribute, String minimum, String maximum) {
		if (attribute.minimum() != null) {
			written.put(minimum, attribute.minimum().toString());
		}
		if (attribute.maximum() != null) {
			written.put(maximum, attribute.maximum().toString());
		}
	}

	private static void putStrings(ObjectNode answer, String name, Collection<String> values) {
		if (!values.isEmpty()) {
			answer.set(name, strings(values));
		}
	}

	static ArrayNode strings(Collection<String> values) {
		ArrayNode strings = Json.array();
		values.stream().sorted().forEach(strings::add);
		return strings;
	}

}
