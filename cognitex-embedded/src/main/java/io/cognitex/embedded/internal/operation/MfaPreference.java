package io.cognitex.embedded.internal.operation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserMfa;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.signin.SecondFactors;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Which second factors a user turns on and off, and which one the user prefers, as
 * {@code SetUserMFAPreference} and its administrator's twin take it. What is not said
 * stays as it is.
 */
final class MfaPreference {

	private static final String WEB_AUTHN = "WebAuthnMfaSettings";

	private static final StructureType SETTINGS = StructureType.of(optional("Enabled", Shapes.BOOLEAN),
			optional("PreferredMfa", Shapes.BOOLEAN));

	/** The members of both operations. */
	static final List<Member> MEMBERS = List.of(optional("SMSMfaSettings", SETTINGS),
			optional("SoftwareTokenMfaSettings", SETTINGS), optional("EmailMfaSettings", SETTINGS),
			optional(WEB_AUTHN, StructureType.of(optional("Enabled", Shapes.BOOLEAN))));

	private static final Map<String, MfaFactor> FACTORS = Map.of("SMSMfaSettings", MfaFactor.SMS_MFA,
			"SoftwareTokenMfaSettings", MfaFactor.SOFTWARE_TOKEN_MFA, "EmailMfaSettings", MfaFactor.EMAIL_OTP);

	private final Map<MfaFactor, Request> settings = new EnumMap<>(MfaFactor.class);

	private final @Nullable Boolean passkeys;

	private MfaPreference(@Nullable Boolean passkeys) {
		this.passkeys = passkeys;
	}

	static void set(Request request, UserPool pool, User user) {
		MfaPreference preference = of(request);
		preference.check(pool, user);
		pool.users().change(user.sub(), (draft) -> draft.mfa(preference.apply(draft.mfa())));
	}

	private static MfaPreference of(Request request) {
		MfaPreference preference = new MfaPreference(
				request.has(WEB_AUTHN) ? request.structure(WEB_AUTHN).flag("Enabled") : null);
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
		if (Boolean.TRUE.equals(this.passkeys)) {
			checkPasskeys(pool, user);
		}
	}

	/**
	 * The service asks for another factor beside passkeys, so that nobody is locked out.
	 * That it asks for a passkey that is there already is a guess, after the other
	 * factors.
	 */
	private void checkPasskeys(UserPool pool, User user) {
		boolean possible = RelyingParty.of(pool.settings()).filter(RelyingParty::multiFactor).isPresent()
				&& !user.passkeys().isEmpty();
		if (!possible || apply(user.mfa()).enabled().isEmpty()) {
			throw Refusals.noDeliveryConfig("WEB_AUTHN_MFA");
		}
	}

	private UserMfa apply(UserMfa before) {
		UserMfa after = (this.passkeys != null) ? before.passkeys(this.passkeys) : before;
		for (Map.Entry<MfaFactor, Request> setting : this.settings.entrySet()) {
			after = apply(after, setting.getKey(), setting.getValue());
		}
		return after;
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
