package io.cognitex.security.web;

import org.jspecify.annotations.Nullable;

/**
 * Finds and ends the sessions of a user.
 *
 * @see SpringSessionUserSessions
 * @see SessionRegistryUserSessions
 */
@FunctionalInterface
public interface UserSessions {

	/**
	 * Ends sessions.
	 * @param username the user's canonical username
	 * @param exceptSessionId a session that goes on; {@code null} for none
	 */
	void end(String username, @Nullable String exceptSessionId);

}
