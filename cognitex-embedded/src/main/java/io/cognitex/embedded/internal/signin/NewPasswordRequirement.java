package io.cognitex.embedded.internal.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * Asks users with a temporary password for a lasting one.
 */
final class NewPasswordRequirement implements Requirement {

	private final ChallengeSessions sessions;

	private final Clock clock;

	NewPasswordRequirement(ChallengeSessions sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public Optional<AuthStep> next(SignInProgress progress) {
		if (progress.user().status() != UserStatus.FORCE_CHANGE_PASSWORD) {
			return Optional.empty();
		}
		Instant until = progress.user().temporaryPasswordUntil();
		if (until != null && !this.clock.instant().isBefore(until)) {
			SignInEvents.refused(progress.request(), progress.user());
			throw Refusals.temporaryPasswordExpired();
		}
		return Optional.of(ask(progress));
	}

	private AuthStep ask(SignInProgress progress) {
		User user = progress.user();
		List<String> missing = progress.request()
			.pool()
			.settings()
			.schema()
			.required()
			.stream()
			.filter((name) -> user.attribute(name) == null)
			.sorted()
			.map((name) -> NewPasswordRequired.ATTRIBUTE_PREFIX + name)
			.toList();
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("USER_ID_FOR_SRP", user.username());
		parameters.put("requiredAttributes", Json.text(missing));
		parameters.put("userAttributes", Json.text(user.attributes()));
		String session = this.sessions.open(progress, NewPasswordRequired.NAME, SessionDetail.NONE);
		return new AuthStep.Challenged(NewPasswordRequired.NAME, session, parameters);
	}

}
