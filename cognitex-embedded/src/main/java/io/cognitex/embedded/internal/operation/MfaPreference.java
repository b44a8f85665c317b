package io.cognitex.embedded.internal.operation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserMfa;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.signin.SecondFactors;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Which second factors a user turns on and off, and which one the user prefers, as
 * {@code SetUserMFAPreference} and its administrator's twin take it. What is not said
 * stays as it is. Passkeys as a second factor are not emulated.
 */
final class MfaPreference {

	private static final StructureType SETTINGS = StructureType.of(optional("Enabled", Shapes.BOOLEAN),
			optional("PreferredMfa", Shapes.BOOLEAN));

	/** The members of both operations. */
	static final List<Member> MEMBERS = List.of(optional("SMSMfaSettings", SETTINGS),
			optional("SoftwareTokenMfaSettings", SETTINGS), optional("EmailMfaSettings", SETTINGS),
			optional("WebAuthnMfaSettings", StructureType.of(optional("Enabled", Shapes.BOOLEAN))));

	private static final Map<String, MfaFactor> FACTORS = Map.of("SMSMfaSettings", MfaFactor.SMS_MFA,
			"SoftwareTokenMfaSettings", MfaFactor.SOFTWARE_TOKEN_MFA, "EmailMfaSettings", MfaFactor.EMAIL_OTP);

	private final Map<MfaFactor, Request> settings = new EnumMap<>(MfaFactor.class);

	private MfaPreference() {
	}

	static void set(Request request, UserPool pool, User user) {
		MfaPreference preference = of(request);
		preference.check(pool, user);
		pool.users().change(user.sub(), preference::apply);
	}

	private static MfaPreference of(Request request) {
		if (request.structure("WebAuthnMfaSettings").flag("Enabled")) {
			throw Refusals.notEmulated("WebAuthnMfaSettings");
		}
		MfaPreference preference = new MfaPreference();
		FACTORS.forEach((member, factor) -> {
			if (request.has(member)) {
				preference.settings.put(factor, request.structure(member));
			}
		});
		return preference;
	}

	private void check(UserPool pool, User user) {
		this.settings.forEach((factor, setting) -> {
			boolean possible = pool.settings().mfa().factors().contains(factor) && SecondFactors.isReady(user, factor);
			if (setting.flag("Enabled") && !possible) {
				throw Refusals.noDeliveryConfig(factor.name());
			}
			if (!setting.flag("Enabled") && setting.flag("PreferredMfa")) {
				throw Refusals.preferredMfaNotEnabled(factor.name());
			}
		});
		if (this.settings.values().stream().filter((setting) -> setting.flag("PreferredMfa")).count() > 1) {
			throw Refusals.severalPreferredMfa();
		}
	}

	private void apply(UserDraft draft) {
		this.settings.forEach((factor, setting) -> draft.mfa(apply(draft.mfa(), factor, setting)));
	}

	private static UserMfa apply(UserMfa mfa, MfaFactor factor, Request setting) {
		if (!setting.flag("Enabled")) {
			return mfa.disable(factor);
		}
		UserMfa enabled = mfa.enable(factor);
		if (setting.flag("PreferredMfa")) {
			return enabled.prefer(factor);
		}
		return (enabled.preferred() != factor) ? enabled : enabled.prefer(null);
	}

}
