package io.cognitex.security.web;

import java.util.function.Function;

import io.cognitex.security.CognitoChallengeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Hands the login under way to the client, in a {@linkplain ChallengeHandles handle}.
 *
 * <p>
 * How often a code can be tried is for Cognito to limit, which locks the user out for
 * longer and longer; and it takes an answer once, however often a handle is sent.
 */
final class StatelessJsonLoginSteps implements JsonLoginSteps {

	private final ChallengeHandles handles;

	private final Function<HttpServletRequest, String> client;

	/**
	 * Uses these handles.
	 * @param handles makes and opens them
	 * @param client tells one client from another
	 */
	StatelessJsonLoginSteps(ChallengeHandles handles, Function<HttpServletRequest, String> client) {
		this.handles = handles;
		this.client = client;
	}

	@Override
	public @Nullable Step begin(HttpServletRequest request, JsonBody body) {
		String handle = body.text(JsonChallenge.HANDLE);
		return this.handles.open(handle, this.client.apply(request))
			.map((challenge) -> new Step(challenge, handle, true))
			.orElse(null);
	}

	@Override
	public Step next(HttpServletRequest request, HttpServletResponse response, @Nullable Step answered,
			CognitoChallengeException challenged) {
		return new Step(challenged.getChallenge(),
				this.handles.seal(challenged.getChallenge(), this.client.apply(request)), true);
	}

	/**
	 * With the handle that was sent, which no number of attempts makes last longer.
	 */
	@Override
	public boolean repeat(HttpServletRequest request, HttpServletResponse response, Step answered) {
		return true;
	}

	@Override
	public void end(HttpServletRequest request, HttpServletResponse response) {
		// Cognito has ended its session, without which the handle is worth nothing
	}

	@Override
	public boolean endInSession() {
		return false;
	}

	@Override
	public void done(HttpServletRequest request) {
		// Nothing is held
	}

}
