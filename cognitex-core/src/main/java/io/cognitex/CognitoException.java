package io.cognitex;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by every operation that Cognito refused, could not answer, or that was not sent
 * because an argument cannot be right. Decide on {@link #error()}, never on the message:
 * Cognito's texts vary between operations and years.
 *
 * <p>
 * Neither the message nor the cause contains a password, a code or a token.
 */
public final class CognitoException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final CognitoError error;

	private final String status;

	/**
	 * An error whose type Cognitex knows.
	 * @param error what went wrong
	 * @param message Cognito's text, or ours
	 */
	public CognitoException(CognitoError error, String message) {
		this(error, error.status(), message, null);
	}

	/**
	 * An error with its cause.
	 * @param error what went wrong
	 * @param status Cognito's own name of the type, which is the only trace of it where
	 * the error is {@link CognitoError#UNKNOWN}
	 * @param message Cognito's text, or ours
	 * @param cause the cause, if it is fit to be logged
	 */
	public CognitoException(CognitoError error, String status, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.error = error;
		this.status = status;
	}

	/**
	 * What went wrong, to be switched on.
	 * @return the error
	 */
	public CognitoError error() {
		return this.error;
	}

	/**
	 * Cognito's own name of the type, such as {@code UsernameExistsException}.
	 * @return the name
	 */
	public String status() {
		return this.status;
	}

	@Override
	public String getMessage() {
		String message = super.getMessage();
		return (message != null) ? message : this.status;
	}

}
