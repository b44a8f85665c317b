package io.cognitex.embedded.internal.signin;

import java.util.List;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.token.LoginDevice;
import io.cognitex.embedded.internal.token.TokenIssuer;
import io.cognitex.embedded.internal.token.TokenRequest;
import io.cognitex.embedded.internal.trigger.AuthenticationTriggers;

/**
 * Decides what follows a proof: a refusal that the state of the account asks for, the
 * next challenge, or tokens.
 */
final class SignInChain {

	private final List<Requirement> requirements;

	private final DeviceTracking devices;

	private final TokenIssuer tokens;

	SignInChain(List<Requirement> requirements, DeviceTracking devices, TokenIssuer tokens) {
		this.devices = devices;
		this.requirements = requirements;
		this.tokens = tokens;
	}

	AuthStep proceed(SignInProgress progress) {
		checkState(progress.user());
		for (Requirement requirement : this.requirements) {
			AuthStep next = requirement.next(progress).orElse(null);
			if (next != null) {
				return next;
			}
		}
		AuthRequest request = progress.request();
		User user = progress.user();
		LoginDevice device = this.devices.signedIn(progress);
		AuthenticationTriggers.after(request.pool(), request.client().id(), user,
				device != null && device.groupKey() != null, request.clientMetadata());
		AuthStep signedIn = new AuthStep.Authenticated(this.tokens.signIn(new TokenRequest(request.pool(),
				request.client(), user, triggerSource(request), request.clientMetadata()), device));
		SignInEvents.passed(progress);
		return signedIn;
	}

	private static String triggerSource(AuthRequest request) {
		return request.parameters().containsKey("NEW_PASSWORD") ? "TokenGeneration_NewPasswordChallenge"
				: "TokenGeneration_Authentication";
	}

	static void checkState(User user) {
		if (!user.enabled()) {
			throw Refusals.userDisabled();
		}
		switch (user.status()) {
			case UNCONFIRMED -> throw Refusals.userNotConfirmed();
			case RESET_REQUIRED -> throw Refusals.passwordResetRequired();
			case FORCE_CHANGE_PASSWORD, CONFIRMED -> {
			}
		}
	}

}
