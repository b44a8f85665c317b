package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;

/**
 * The logins of sessions where they are stored, as opposed to what a request has read of
 * them when it began.
 */
interface StoredLogins {

	/**
	 * Reads the login of a request's session as it is now.
	 * @return the login; {@code null} if the session has ended or is nobody's
	 */
	@Nullable SecurityContext load(HttpServletRequest request);

	/**
	 * Stores a login, so that any request can read it from now on. Does nothing where the
	 * session has ended.
	 */
	void save(SecurityContext context, HttpServletRequest request, HttpServletResponse response);

	/**
	 * Whether other processes may store logins, too.
	 */
	boolean areShared();

}
