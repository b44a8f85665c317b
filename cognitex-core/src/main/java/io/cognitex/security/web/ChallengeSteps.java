package io.cognitex.security.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import io.cognitex.SignInChallenge;
import io.cognitex.security.CognitoChallengeException;
import io.cognitex.security.CognitoSignInAuthenticationToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;

/**
 * Keeps what Cognito asks next, and sends the browser to the page that asks it.
 */
final class ChallengeSteps {

	/** Cognito's own longest; how long it is in the pool, only Cognito knows. */
	private static final Duration LONGEST_SESSION = Duration.ofMinutes(15);

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	private final CognitoChallengeRepository repository;

	private final String page;

	private final Clock clock;

	private String rememberMeParameter = "remember-me";

	ChallengeSteps(CognitoChallengeRepository repository, String page, Clock clock) {
		this.repository = repository;
		this.page = page;
		this.clock = clock;
	}

	void setRememberMeParameter(@Nullable String rememberMeParameter) {
		if (rememberMeParameter != null) {
			this.rememberMeParameter = rememberMeParameter;
		}
	}

	/**
	 * The login under way.
	 * @return what is asked; {@code null} if no login is under way, or it took too long
	 */
	@Nullable PendingChallenge current(HttpServletRequest request) {
		PendingChallenge pending = this.repository.load(request);
		return (pending != null && this.clock.instant().isBefore(pending.askedAt().plus(LONGEST_SESSION))) ? pending
				: null;
	}

	/**
	 * Whether a login goes on with another step, rather than failing or staying where it
	 * is.
	 */
	static boolean isNext(AuthenticationException ex) {
		return ex instanceof CognitoChallengeException challenged && challenged.getCause() == null
				&& !(challenged.getChallenge() instanceof SignInChallenge.Unsupported);
	}

	/**
	 * The name and password were right, and Cognito asks more.
	 */
	void begin(HttpServletRequest request, HttpServletResponse response, CognitoChallengeException ex) {
		renewSession(request);
		Authentication login = ex.getAuthenticationRequest();
		SignInChallenge challenge = ex.getChallenge();
		boolean passwordless = login instanceof CognitoSignInAuthenticationToken signIn && signIn.isPasswordless();
		this.repository.save(
				PendingChallenge.first(challenge, (login != null) ? login.getName() : challenge.username(),
						passwordless, request.getParameter(this.rememberMeParameter), this.clock.instant()),
				request, response);
	}

	/**
	 * What comes next belongs to whoever knew the password. In a store that nodes share,
	 * another id does not do: a request that began before would bring the old one back at
	 * its end. It cannot do that to a new session.
	 */
	private static void renewSession(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return;
		}
		if (SpringSessionLogins.of(request) == null) {
			request.changeSessionId();
			return;
		}
		Map<String, Object> attributes = new HashMap<>();
		Collections.list(session.getAttributeNames())
			.forEach((name) -> attributes.put(name, session.getAttribute(name)));
		int maxInactiveInterval = session.getMaxInactiveInterval();
		session.invalidate();
		HttpSession renewed = request.getSession();
		renewed.setMaxInactiveInterval(maxInactiveInterval);
		attributes.forEach(renewed::setAttribute);
	}

	/**
	 * An answer was right, and Cognito asks more.
	 */
	void next(HttpServletRequest request, HttpServletResponse response, PendingChallenge pending,
			SignInChallenge challenge) {
		this.repository.save(pending.next(challenge, this.clock.instant()), request, response);
	}

	/**
	 * An answer was not accepted, and Cognito still asks the same.
	 */
	void repeat(HttpServletRequest request, HttpServletResponse response, PendingChallenge pending,
			@Nullable String error) {
		this.repository.save(pending.again(error), request, response);
	}

	void end(HttpServletRequest request, HttpServletResponse response) {
		this.repository.save(null, request, response);
	}

	void showPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.redirectStrategy.sendRedirect(request, response, this.page);
	}

	/**
	 * Sends the browser to the page after another request has answered the step. If that
	 * one has completed the login, the session has a new id, which this browser may not
	 * have received.
	 */
	void showPageAfterOther(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpSession session = request.getSession(false);
		if (session != null && !session.getId().equals(request.getRequestedSessionId())) {
			request.changeSessionId();
		}
		showPage(request, response);
	}

	/**
	 * The last request of a login, with what the first one said about remember-me.
	 */
	HttpServletRequest asOnLoginPage(HttpServletRequest request, PendingChallenge pending) {
		return (pending.rememberMe() != null)
				? new AddedParameterRequest(request, this.rememberMeParameter, pending.rememberMe()) : request;
	}

}
