package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a login under way in the HTTP session.
 */
public final class HttpSessionCognitoChallengeRepository implements CognitoChallengeRepository {

	private static final String ATTRIBUTE = PendingChallenge.class.getName();

	@Override
	public void save(@Nullable PendingChallenge challenge, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(challenge != null);
		if (session != null) {
			session.setAttribute(ATTRIBUTE, challenge);
		}
	}

	@Override
	public @Nullable PendingChallenge load(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? (PendingChallenge) session.getAttribute(ATTRIBUTE) : null;
	}

}
