package io.cognitex.security;

import java.io.Serial;

import io.cognitex.CognitoError;

import org.springframework.security.authentication.event.AbstractAuthenticationEvent;

/**
 * A session came to its end because Cognito refused to refresh it: the login was revoked
 * or has expired, or the user was disabled or deleted.
 */
public final class CognitoSessionEndedEvent extends AbstractAuthenticationEvent {

	@Serial
	private static final long serialVersionUID = 1L;

	private final CognitoError error;

	/**
	 * Tells of an end.
	 * @param authentication the login as it last was
	 * @param error what Cognito said; {@link CognitoError#REFRESH_TOKEN_REUSE} may mean
	 * that a refresh token was stolen
	 */
	public CognitoSessionEndedEvent(CognitoAuthentication authentication, CognitoError error) {
		super(authentication);
		this.error = error;
	}

	/**
	 * What Cognito said.
	 * @return the error
	 */
	public CognitoError getError() {
		return this.error;
	}

}
