package io.cognitex.embedded.internal.configuration;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.pool.AdvancedSecurityMode;
import io.cognitex.embedded.internal.pool.DeviceConfiguration;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.MfaSettings;
import io.cognitex.embedded.internal.pool.PasswordPolicy;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.SignInNames;

/**
 * Reads what a pool is to be. Members that would change what the service does, but do
 * nothing here, are refused.
 */
public final class UserPoolReader {

	private UserPoolReader() {
	}

	/**
	 * Reads the settings of a new pool.
	 * @param request a valid request of {@code CreateUserPool}
	 * @return the settings
	 */
	public static PoolSettings create(Request request) {
		Set<String> usernames = request.strings("UsernameAttributes");
		Set<String> aliases = request.strings("AliasAttributes");
		if (!usernames.isEmpty() && !aliases.isEmpty()) {
			throw Refusals.aliasAndUsernameAttributes();
		}
		boolean caseSensitive = !request.has("UsernameConfiguration")
				|| request.structure("UsernameConfiguration").flag("CaseSensitive");
		Schema schema = Schema.STANDARD;
		for (Request attribute : request.structures("Schema")) {
			schema = SchemaReader.read(schema, attribute);
		}
		return common(request, MfaSettings.OFF,
				PoolSettings.builder()
					.name(request.required("PoolName"))
					.names(new SignInNames(usernames, aliases, caseSensitive))
					.schema(schema));
	}

	/**
	 * Reads the new settings of a pool. What is not said goes back to the default, but
	 * for what cannot be changed.
	 * @param request a valid request of {@code UpdateUserPool}
	 * @param before the settings so far
	 * @return the settings
	 */
	public static PoolSettings update(Request request, PoolSettings before) {
		String name = request.optional("PoolName");
		return common(request, before.mfa(),
				PoolSettings.builder()
					.name((name != null) ? name : before.name())
					.names(before.names())
					.schema(before.schema()));
	}

	private static PoolSettings common(Request request, MfaSettings mfaBefore, PoolSettings.Builder settings) {
		refuseWhatIsNotEmulated(request);
		Set<String> autoVerified = request.strings("AutoVerifiedAttributes");
		Set<String> verifiedBeforeUpdate = request.structure("UserAttributeUpdateSettings")
			.strings("AttributesRequireVerificationBeforeUpdate");
		if (!autoVerified.containsAll(verifiedBeforeUpdate)) {
			throw Refusals.verifiedBeforeUpdateNotAutoVerified();
		}
		settings.autoVerifiedAttributes(autoVerified)
			.verifiedBeforeUpdate(verifiedBeforeUpdate)
			.passwordPolicy(passwordPolicy(request))
			.deviceConfiguration(deviceConfiguration(request))
			.adminCreateUserOnly(request.structure("AdminCreateUserConfig").flag("AllowAdminCreateUserOnly"))
			.deletionProtection("ACTIVE".equals(request.optional("DeletionProtection")))
			.advancedSecurityMode(advancedSecurityMode(request))
			.recoveryMechanisms(recoveryMechanisms(request))
			.allowedFirstAuthFactors(firstFactors(request))
			.mfa(mfa(request, mfaBefore))
			.stored(stored(request));
		return MfaConfiguration.checked(settings.build());
	}

	/**
	 * When a second factor is asked for. Which one, {@code SetUserPoolMfaConfig} says;
	 * but text messages can be sent as soon as there is someone to send them.
	 */
	private static MfaSettings mfa(Request request, MfaSettings before) {
		String mode = request.optional("MfaConfiguration");
		Set<MfaFactor> factors = new HashSet<>(before.factors());
		if (mode == null || "OFF".equals(mode)) {
			return new MfaSettings(MfaMode.OFF, factors, before.stored());
		}
		if (request.has("SmsConfiguration")) {
			factors.add(MfaFactor.SMS_MFA);
		}
		if (factors.isEmpty()) {
			throw Refusals.mfaWithoutFactor();
		}
		return new MfaSettings(MfaMode.valueOf(mode), factors, before.stored());
	}

	private static Set<String> firstFactors(Request request) {
		Request policy = request.structure("Policies").structure("SignInPolicy");
		Set<String> factors = policy.has("AllowedFirstAuthFactors") ? policy.strings("AllowedFirstAuthFactors")
				: Set.of("PASSWORD");
		if (!factors.contains("PASSWORD") || factors.contains("SOFTWARE_TOKEN")) {
			throw Refusals.firstAuthFactors();
		}
		if (factors.size() > 1 && "LITE".equals(request.optional("UserPoolTier"))) {
			throw Refusals.firstAuthFactorsInTier();
		}
		return factors;
	}

	private static AdvancedSecurityMode advancedSecurityMode(Request request) {
		String mode = request.structure("UserPoolAddOns").optional("AdvancedSecurityMode");
		String tier = request.optional("UserPoolTier");
		if (mode == null || "OFF".equals(mode)) {
			return AdvancedSecurityMode.OFF;
		}
		if (!"PLUS".equals(tier)) {
			throw Refusals.threatProtectionInTier((tier != null) ? tier : "ESSENTIALS");
		}
		return AdvancedSecurityMode.valueOf(mode);
	}

	private static PasswordPolicy passwordPolicy(Request request) {
		Request policies = request.structure("Policies");
		if (!policies.has("PasswordPolicy")) {
			return PasswordPolicy.DEFAULT;
		}
		Request policy = policies.structure("PasswordPolicy");
		int days = policy.integer("TemporaryPasswordValidityDays",
				request.structure("AdminCreateUserConfig").integer("UnusedAccountValidityDays", 0));
		return new PasswordPolicy(policy.integer("MinimumLength", PasswordPolicy.DEFAULT.minimumLength()),
				policy.flag("RequireUppercase"), policy.flag("RequireLowercase"), policy.flag("RequireNumbers"),
				policy.flag("RequireSymbols"), policy.integer("PasswordHistorySize", 0),
				// The service takes zero for the default.
				(days != 0) ? days : PasswordPolicy.DEFAULT.temporaryPasswordValidityDays());
	}

	private static List<String> recoveryMechanisms(Request request) {
		if (!request.has("AccountRecoverySetting")) {
			return PoolSettings.DEFAULT_RECOVERY_MECHANISMS;
		}
		List<Request> mechanisms = request.structure("AccountRecoverySetting").structures("RecoveryMechanisms");
		long priorities = mechanisms.stream().map((mechanism) -> mechanism.integer("Priority", 0)).distinct().count();
		List<String> names = mechanisms.stream()
			.sorted(Comparator.comparing((mechanism) -> mechanism.integer("Priority", 0)))
			.map((mechanism) -> mechanism.required("Name"))
			.distinct()
			.toList();
		if (priorities < mechanisms.size() || names.size() < mechanisms.size()) {
			throw Refusals.recoveryMechanismsNotDistinct();
		}
		if (names.contains("admin_only") && names.size() > 1) {
			throw Refusals.adminOnlyRecoveryNotAlone();
		}
		return names;
	}

	private static @Nullable DeviceConfiguration deviceConfiguration(Request request) {
		if (!request.has("DeviceConfiguration")) {
			return null;
		}
		Request configuration = request.structure("DeviceConfiguration");
		return new DeviceConfiguration(configuration.flag("ChallengeRequiredOnNewDevice"),
				configuration.flag("DeviceOnlyRememberedOnUserPrompt"));
	}

	private static Map<String, JsonNode> stored(Request request) {
		Map<String, JsonNode> stored = new HashMap<>();
		for (String member : UserPoolShape.STORED) {
			if (request.has(member)) {
				stored.put(member, request.json(member));
			}
		}
		return stored;
	}

	private static void refuseWhatIsNotEmulated(Request request) {
		if (request.has("LambdaConfig") && !request.json("LambdaConfig").isEmpty()) {
			throw Refusals.notEmulated("LambdaConfig");
		}
		if ("CONFIRM_WITH_LINK"
			.equals(request.structure("VerificationMessageTemplate").optional("DefaultEmailOption"))) {
			throw Refusals.notEmulated("DefaultEmailOption CONFIRM_WITH_LINK");
		}
		if ("UPDATED".equals(request.structure("IssuerConfiguration").optional("Type"))) {
			throw Refusals.notEmulated("IssuerConfiguration UPDATED");
		}
	}

}
