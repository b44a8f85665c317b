package io.cognitex.security.web;

import io.cognitex.security.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.util.Assert;

/**
 * The sessions that Spring Security's registry knows, which are those of this process.
 * They end with their next request. The registry knows them only if sessions are limited,
 * which
 * {@code sessionManagement((session) -> session.maximumSessions(-1).sessionRegistry(registry))}
 * does without a limit.
 */
public final class SessionRegistryUserSessions implements UserSessions {

	private final SessionRegistry registry;

	/**
	 * The sessions of a registry.
	 * @param registry one that lists its principals
	 */
	public SessionRegistryUserSessions(SessionRegistry registry) {
		Assert.notNull(registry, "registry cannot be null");
		this.registry = registry;
	}

	@Override
	public void end(String username, @Nullable String exceptSessionId) {
		this.registry.getAllPrincipals()
			.stream()
			.filter((principal) -> principal instanceof CognitoPrincipal user && user.getName().equals(username))
			.flatMap((principal) -> this.registry.getAllSessions(principal, false).stream())
			.filter((session) -> !session.getSessionId().equals(exceptSessionId))
			.forEach(SessionInformation::expireNow);
	}

}
