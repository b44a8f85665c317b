package io.cognitex.embedded.internal.signin;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserStatus;

/**
 * A code to the verified e-mail address or phone number in the place of a password. Users
 * who are asked for a second factor cannot begin with one.
 */
final class OneTimeCodeFactor implements FirstFactor {

	private final String name;

	private final String attribute;

	private final CodeSender codeSender;

	OneTimeCodeFactor(String name, String attribute, CodeSender codeSender) {
		this.name = name;
		this.attribute = attribute;
		this.codeSender = codeSender;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String parameter() {
		return "ANSWER";
	}

	@Override
	public boolean isAvailable(PoolSettings settings, @Nullable User user) {
		if (!settings.allowedFirstAuthFactors().contains(this.name) || settings.mfa().mode() == MfaMode.ON) {
			return false;
		}
		return user == null || (user.enabled() && user.status() == UserStatus.CONFIRMED && user.verified(this.attribute)
				&& SecondFactors.toAsk(settings, user).isEmpty());
	}

	@Override
	public AuthStep begin(Claim claim) {
		return this.codeSender.askFirstFactor(claim, this.name, this.attribute);
	}

}
