package io.cognitex.security.web;

import io.cognitex.CognitoTokens;
import io.cognitex.security.CognitoAuthentication;
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
	 * Stores a login in the place of another, so that any request can read it from now
	 * on; but leaves alone what others have stored since.
	 * @return the login that is stored now; {@code null} if the session has ended or is
	 * nobody's
	 */
	@Nullable SecurityContext replace(SecurityContext before, SecurityContext after, HttpServletRequest request,
			HttpServletResponse response);

	/**
	 * Whether other processes may store logins, too.
	 */
	boolean areShared();

	/**
	 * The login in a context.
	 * @return the login; {@code null} if it is not one of Cognito's
	 */
	static @Nullable CognitoAuthentication login(@Nullable SecurityContext context) {
		return (context != null && context.getAuthentication() instanceof CognitoAuthentication login) ? login : null;
	}

	/**
	 * The tokens of a login.
	 * @return the tokens; {@code null} if it is not one of Cognito's
	 */
	static @Nullable CognitoTokens tokens(@Nullable SecurityContext context) {
		CognitoAuthentication login = login(context);
		return (login != null) ? login.getTokens() : null;
	}

}
