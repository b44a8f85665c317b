package io.cognitex.security;

import java.io.Serial;

import org.springframework.security.authentication.event.AbstractAuthenticationEvent;

/**
 * The tokens of a session were refreshed. The user may have other groups and attributes
 * now.
 */
public final class CognitoSessionRefreshedEvent extends AbstractAuthenticationEvent {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Tells of a refresh.
	 * @param authentication the login with its new tokens
	 */
	public CognitoSessionRefreshedEvent(CognitoAuthentication authentication) {
		super(authentication);
	}

}
