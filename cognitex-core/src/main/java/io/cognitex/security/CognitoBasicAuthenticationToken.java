package io.cognitex.security;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/**
 * A username and a password that came with HTTP Basic, and so come with each request: the
 * one kind of login whose outcome {@link CognitoAuthenticationProvider} may take from a
 * {@link CognitoCredentialsCache}.
 */
public final class CognitoBasicAuthenticationToken extends UsernamePasswordAuthenticationToken {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Credentials that have not been checked.
	 * @param username any name that signs in
	 * @param password the password
	 * @param details where they came from, as in
	 * {@link org.springframework.security.core.Authentication#getDetails()}
	 */
	public CognitoBasicAuthenticationToken(@Nullable Object username, @Nullable Object password,
			@Nullable Object details) {
		super(username, password);
		setDetails(details);
	}

}
