package io.cognitex.security.web;

import io.cognitex.security.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Finds and ends the sessions of a user.
 */
@FunctionalInterface
public interface UserSessions {

	/**
	 * Ends sessions.
	 * @param username the user's canonical username
	 * @param exceptSessionId a session that goes on; {@code null} for none
	 */
	void end(String username, @Nullable String exceptSessionId);

	/**
	 * Those that Spring Security's registry knows, which are those of this process. It
	 * knows them only if sessions are limited, which
	 * {@code sessionManagement((session) -> session.maximumSessions(-1).sessionRegistry(registry))}
	 * does without a limit. They end with their next request.
	 * @param registry the registry
	 * @return the sessions
	 */
	static UserSessions of(SessionRegistry registry) {
		return (username, exceptSessionId) -> registry.getAllPrincipals()
			.stream()
			.filter((principal) -> principal instanceof CognitoPrincipal user && user.getName().equals(username))
			.flatMap((principal) -> registry.getAllSessions(principal, false).stream())
			.filter((session) -> !session.getSessionId().equals(exceptSessionId))
			.forEach(SessionInformation::expireNow);
	}

	/**
	 * Those of Spring Session's store, which are those of all nodes. They are gone at
	 * once.
	 * @param repository a store that finds sessions by user
	 * @return the sessions
	 */
	static UserSessions of(FindByIndexNameSessionRepository<? extends Session> repository) {
		return (username, exceptSessionId) -> repository.findByPrincipalName(username)
			.keySet()
			.stream()
			.filter((sessionId) -> !sessionId.equals(exceptSessionId))
			.forEach(repository::deleteById);
	}

}
