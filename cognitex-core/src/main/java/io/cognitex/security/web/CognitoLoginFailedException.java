package io.cognitex.security.web;

import java.io.Serial;

import io.cognitex.security.SignInFailure;

import org.springframework.security.core.AuthenticationException;

/**
 * What a login page may know about the login that failed: a text, and the username that
 * was typed. It is kept in the HTTP session under Spring Security's own name
 * {@link org.springframework.security.web.WebAttributes#AUTHENTICATION_EXCEPTION} until
 * the next login, so that a page shows it as ever; in Thymeleaf:
 *
 * <pre class="code">
 * &lt;p th:if="${param.error}" th:text="${session.SPRING_SECURITY_LAST_EXCEPTION?.message}"&gt;&lt;/p&gt;
 * &lt;input name="username" th:value="${session.SPRING_SECURITY_LAST_EXCEPTION?.username}"&gt;
 * </pre>
 *
 * <p>
 * The exception that Spring Security threw is not kept: it holds the password that was
 * typed, and what Cognito answered.
 */
public final class CognitoLoginFailedException extends AuthenticationException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String username;

	private final SignInFailure failure;

	/**
	 * A login that failed.
	 * @param message a text for the person who logs in
	 * @param username what was typed; empty if nothing was
	 * @param failure why it failed
	 */
	public CognitoLoginFailedException(String message, String username, SignInFailure failure) {
		super(message);
		this.username = username;
		this.failure = failure;
	}

	/**
	 * Why the login failed, and with it the way on: a page may link to where a sign-up is
	 * confirmed, or a password reset.
	 * @return the failure
	 */
	public SignInFailure getFailure() {
		return this.failure;
	}

	/**
	 * The username that was typed, for the page to fill in again. Anybody may have typed
	 * anything: a page has to escape it.
	 * @return the username; empty if nothing was typed
	 */
	public String getUsername() {
		return this.username;
	}

	/**
	 * Leaves the stack trace out: nobody throws this.
	 */
	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

}
