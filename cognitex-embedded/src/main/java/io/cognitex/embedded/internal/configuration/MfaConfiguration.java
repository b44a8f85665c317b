package io.cognitex.embedded.internal.configuration;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.MfaSettings;
import io.cognitex.embedded.internal.pool.PoolSettings;

/**
 * Reads and describes a pool's second factors. {@code SetUserPoolMfaConfig} turns off the
 * factors that it does not name, which is a guess; a mode or a configuration of passkeys
 * that it does not name stays.
 */
public final class MfaConfiguration {

	private static final Map<String, MfaFactor> FACTORS = Map.of("SmsMfaConfiguration", MfaFactor.SMS_MFA,
			"SoftwareTokenMfaConfiguration", MfaFactor.SOFTWARE_TOKEN_MFA, "EmailMfaConfiguration",
			MfaFactor.EMAIL_OTP);

	private static final String WEB_AUTHN = "WebAuthnConfiguration";

	private MfaConfiguration() {
	}

	/**
	 * Reads the settings of {@code SetUserPoolMfaConfig}.
	 * @param request a valid request
	 * @param before the pool's settings so far
	 * @return the pool's new settings
	 */
	public static PoolSettings set(Request request, PoolSettings before) {
		Map<String, JsonNode> stored = new HashMap<>();
		Set<MfaFactor> factors = EnumSet.noneOf(MfaFactor.class);
		FACTORS.forEach((member, factor) -> {
			if (request.has(member)) {
				stored.put(member, request.json(member));
				if (factor != MfaFactor.SOFTWARE_TOKEN_MFA || request.structure(member).flag("Enabled")) {
					factors.add(factor);
				}
			}
		});
		if (request.has(WEB_AUTHN)) {
			stored.put(WEB_AUTHN, request.json(WEB_AUTHN));
		}
		else if (before.mfa().stored().containsKey(WEB_AUTHN)) {
			stored.put(WEB_AUTHN, before.mfa().stored().get(WEB_AUTHN));
		}
		String mode = request.optional("MfaConfiguration");
		return checked(before.toBuilder()
			.mfa(new MfaSettings((mode != null) ? MfaMode.valueOf(mode) : before.mfa().mode(), factors, stored))
			.build());
	}

	/**
	 * Refuses second factors that contradict themselves or the other settings.
	 * @param settings the pool's settings
	 * @return the same settings
	 */
	public static PoolSettings checked(PoolSettings settings) {
		MfaSettings mfa = settings.mfa();
		if (mfa.mode() != MfaMode.OFF && mfa.factors().isEmpty()) {
			throw Refusals.mfaWithoutFactor();
		}
		if (mfa.mode() == MfaMode.ON && !requiresSecondFactorOrPasskey(settings)) {
			throw Refusals.mfaRequiredBesidePasswordless();
		}
		if (mfa.factors().contains(MfaFactor.EMAIL_OTP)
				&& settings.recoveryMechanisms().equals(List.of("verified_email"))) {
			throw Refusals.emailMfaBesideEmailRecovery();
		}
		return settings;
	}

	/**
	 * Codes are one factor; passkeys can be two.
	 */
	private static boolean requiresSecondFactorOrPasskey(PoolSettings settings) {
		boolean passkeys = RelyingParty.of(settings).filter(RelyingParty::multiFactor).isPresent();
		Set<String> sufficient = passkeys ? Set.of("PASSWORD", "WEB_AUTHN") : Set.of("PASSWORD");
		return sufficient.containsAll(settings.allowedFirstAuthFactors());
	}

	/**
	 * Describes a pool's second factors.
	 * @param settings the pool's settings
	 * @return the answer of {@code GetUserPoolMfaConfig}
	 */
	public static ObjectNode describe(PoolSettings settings) {
		MfaSettings mfa = settings.mfa();
		ObjectNode answer = Json.object();
		FACTORS.forEach((member, factor) -> {
			if (mfa.factors().contains(factor)) {
				answer.putObject(member);
			}
		});
		mfa.stored().forEach(answer::set);
		if (mfa.factors().contains(MfaFactor.SOFTWARE_TOKEN_MFA)) {
			answer.putObject("SoftwareTokenMfaConfiguration").put("Enabled", true);
		}
		return answer.put("MfaConfiguration", mfa.mode().name());
	}

}
