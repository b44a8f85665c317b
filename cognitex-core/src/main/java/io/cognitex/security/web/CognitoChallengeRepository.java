package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a login under way from one request of the browser to the next, on the server: it
 * holds Cognito's session, which must not reach the browser.
 *
 * @see HttpSessionCognitoChallengeRepository
 */
public interface CognitoChallengeRepository {

	/**
	 * Keeps a challenge in place of the one before.
	 * @param challenge what is asked; {@code null} to forget it
	 * @param request the request
	 * @param response the response
	 */
	void save(@Nullable PendingChallenge challenge, HttpServletRequest request, HttpServletResponse response);

	/**
	 * The challenge that was kept last.
	 * @param request the request
	 * @return what is asked; {@code null} if no login is under way
	 */
	@Nullable PendingChallenge load(HttpServletRequest request);

}
