package io.cognitex.security.web;

import io.cognitex.security.CognitoChallengeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the login under way on the server, where the challenge pages keep theirs. An
 * answer that is sent twice is given to Cognito once: whoever comes second waits, and is
 * told where the login stands then.
 */
final class SessionJsonLoginSteps implements JsonLoginSteps {

	private static final String ATTRIBUTE = SessionJsonLoginSteps.class.getName();

	private final StepsInProgress stepsInProgress = new StepsInProgress();

	private final ChallengeSteps steps;

	SessionJsonLoginSteps(ChallengeSteps steps) {
		this.steps = steps;
	}

	@Override
	public @Nullable Step begin(HttpServletRequest request, JsonBody body) {
		PendingChallenge pending = this.steps.current(request);
		if (pending == null) {
			return null;
		}
		boolean first = this.stepsInProgress.begin(pending.id());
		if (first) {
			request.setAttribute(ATTRIBUTE, pending);
		}
		PendingChallenge now = this.steps.current(request);
		return (now != null) ? new Step(now.challenge(), null, first && now.id().equals(pending.id())) : null;
	}

	@Override
	public Step next(HttpServletRequest request, HttpServletResponse response, @Nullable Step answered,
			CognitoChallengeException challenged) {
		PendingChallenge pending = pending(request);
		if (pending != null) {
			this.steps.next(request, response, pending, challenged.getChallenge());
		}
		else {
			this.steps.begin(request, response, challenged);
		}
		return new Step(challenged.getChallenge(), null, true);
	}

	@Override
	public boolean repeat(HttpServletRequest request, HttpServletResponse response, Step answered) {
		PendingChallenge pending = pending(request);
		if (pending == null) {
			return false;
		}
		PendingChallenge attempted = pending.withAttempt();
		if (attempted.attempts() >= PendingChallenge.MAXIMUM_ATTEMPTS) {
			return false;
		}
		this.steps.repeat(request, response, attempted, null);
		return true;
	}

	@Override
	public void end(HttpServletRequest request, HttpServletResponse response) {
		this.steps.end(request, response);
	}

	@Override
	public boolean endInSession() {
		return true;
	}

	@Override
	public void done(HttpServletRequest request) {
		PendingChallenge pending = pending(request);
		if (pending != null) {
			this.stepsInProgress.end(pending.id());
		}
	}

	private static @Nullable PendingChallenge pending(HttpServletRequest request) {
		return (PendingChallenge) request.getAttribute(ATTRIBUTE);
	}

}
