package io.cognitex.embedded.internal.signin;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.message.RiskNotifications;
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

	private final RiskNotifications notifications;

	SignInChain(List<Requirement> requirements, DeviceTracking devices, TokenIssuer tokens,
			RiskNotifications notifications) {
		this.devices = devices;
		this.requirements = requirements;
		this.tokens = tokens;
		this.notifications = notifications;
	}

	AuthStep proceed(SignInProgress progress) {
		checkState(progress.request(), progress.user());
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
		String eventId = UUID.randomUUID().toString();
		AuthStep signedIn = new AuthStep.Authenticated(this.tokens.signIn(eventId, new TokenRequest(request.pool(),
				request.client(), user, triggerSource(request), request.clientMetadata()), device));
		this.notifications.send(request.pool(), user, SignInEvents.passed(progress, eventId));
		return signedIn;
	}

	private static String triggerSource(AuthRequest request) {
		return request.parameters().containsKey("NEW_PASSWORD") ? "TokenGeneration_NewPasswordChallenge"
				: "TokenGeneration_Authentication";
	}

	static void checkState(AuthRequest request, User user) {
		Refusal refusal = refusal(user);
		if (refusal != null) {
			SignInEvents.refused(request, user);
			throw refusal;
		}
	}

	private static @Nullable Refusal refusal(User user) {
		if (!user.enabled()) {
			return Refusals.userDisabled();
		}
		return switch (user.status()) {
			case UNCONFIRMED -> Refusals.userNotConfirmed();
			case RESET_REQUIRED -> Refusals.passwordResetRequired();
			case FORCE_CHANGE_PASSWORD, CONFIRMED -> null;
		};
	}

}
