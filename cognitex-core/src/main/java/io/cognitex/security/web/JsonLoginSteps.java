package io.cognitex.security.web;

import io.cognitex.SignInChallenge;
import io.cognitex.security.CognitoChallengeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where a login by JSON is between its steps: on the server or, encrypted, at the client.
 */
interface JsonLoginSteps {

	/**
	 * Begins to answer: what is asked now.
	 * @param request the request
	 * @param body what was sent
	 * @return the step; {@code null} if no login is under way, or it took too long
	 */
	@Nullable Step begin(HttpServletRequest request, JsonBody body);

	/**
	 * Goes on with another challenge.
	 * @param answered what was answered; {@code null} after the first step
	 * @param challenged what Cognito asks next
	 * @return what the client is asked next
	 */
	Step next(HttpServletRequest request, HttpServletResponse response, @Nullable Step answered,
			CognitoChallengeException challenged);

	/**
	 * Stays at a challenge after a wrong answer.
	 * @return whether there may be another attempt
	 */
	boolean repeat(HttpServletRequest request, HttpServletResponse response, Step answered);

	/**
	 * The login is complete, or has failed.
	 */
	void end(HttpServletRequest request, HttpServletResponse response);

	/**
	 * Whether a login ends in a session. Where it ends in tokens, they are for whoever
	 * answered, and never for whoever has a session.
	 */
	boolean endInSession();

	/**
	 * The request has been answered, whatever came of it.
	 */
	void done(HttpServletRequest request);

	/**
	 * A step of a login.
	 *
	 * @param challenge what is asked
	 * @param handle what the client has to send with the answer; {@code null} if nothing
	 * @param answerable whether nobody else has just answered
	 */
	record Step(SignInChallenge challenge, @Nullable String handle, boolean answerable) {

		@Override
		public String toString() {
			return "Step[challenge=" + this.challenge.name() + "]";
		}

	}

}
