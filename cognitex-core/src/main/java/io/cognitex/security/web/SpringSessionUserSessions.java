package io.cognitex.security.web;

import org.jspecify.annotations.Nullable;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.util.Assert;

/**
 * The sessions in Spring Session's store, which are those of all nodes. They are gone at
 * once.
 */
public final class SpringSessionUserSessions implements UserSessions {

	private final FindByIndexNameSessionRepository<? extends Session> repository;

	/**
	 * The sessions of a store.
	 * @param repository a store that finds sessions by user
	 */
	public SpringSessionUserSessions(FindByIndexNameSessionRepository<? extends Session> repository) {
		Assert.notNull(repository, "repository cannot be null");
		this.repository = repository;
	}

	@Override
	public void end(String username, @Nullable String exceptSessionId) {
		this.repository.findByPrincipalName(username)
			.keySet()
			.stream()
			.filter((sessionId) -> !sessionId.equals(exceptSessionId))
			.forEach(this.repository::deleteById);
	}

}
