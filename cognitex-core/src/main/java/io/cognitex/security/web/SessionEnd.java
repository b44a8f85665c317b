package io.cognitex.security.web;

import java.util.List;
import java.util.function.Supplier;

import io.cognitex.CognitoError;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoSessionEndedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends a session that Cognito does not let go on: all that a logout does, without asking
 * Cognito to revoke what it has refused.
 */
final class SessionEnd {

	private static final Logger logger = LoggerFactory.getLogger(SessionEnd.class);

	private static final String ATTRIBUTE = SessionEnd.class.getName();

	private final Supplier<List<LogoutHandler>> logoutHandlers;

	private final SecurityContextHolderStrategy strategy;

	private final ApplicationEventPublisher events;

	SessionEnd(Supplier<List<LogoutHandler>> logoutHandlers, SecurityContextHolderStrategy strategy,
			ApplicationEventPublisher events) {
		this.logoutHandlers = logoutHandlers;
		this.strategy = strategy;
		this.events = events;
	}

	/**
	 * Whether the session of this request came to its end with it.
	 */
	static boolean hasEnded(HttpServletRequest request) {
		return request.getAttribute(ATTRIBUTE) != null;
	}

	void end(CognitoAuthentication login, CognitoError error, HttpServletRequest request,
			HttpServletResponse response) {
		logger.debug("Cognito does not refresh a login any longer: {}", error);
		request.setAttribute(ATTRIBUTE, true);
		// The handlers ask who is logged in, which is what is being found out
		Supplier<SecurityContext> asking = this.strategy.getDeferredContext();
		SecurityContext context = this.strategy.createEmptyContext();
		context.setAuthentication(login);
		this.strategy.setContext(context);
		try {
			this.logoutHandlers.get().forEach((handler) -> handler.logout(request, response, login));
		}
		finally {
			this.strategy.setDeferredContext(asking);
		}
		this.events.publishEvent(new CognitoSessionEndedEvent(login, error));
	}

}
