package io.cognitex.security.web;

import java.io.Serial;

import io.cognitex.CognitoException;

/**
 * The access token of a session has run out, and Cognito cannot be asked for a new one.
 * Not an {@code AuthenticationException}: nobody is to be sent to a login that would fail
 * as well.
 */
final class SessionUnavailableException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	SessionUnavailableException(CognitoException cause) {
		super("The login cannot be refreshed at the moment", cause);
	}

}
