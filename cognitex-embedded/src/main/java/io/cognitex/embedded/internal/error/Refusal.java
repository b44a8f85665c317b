package io.cognitex.embedded.internal.error;

import java.io.Serial;

/**
 * Cognito's "no": what a caller is answered instead of a result. Made by
 * {@link Refusals}, which holds every text; rendered at one place, where the HTTP answer
 * is written.
 */
public final class Refusal extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String type;

	private final int status;

	Refusal(String type, int status, String message) {
		// Refusals are answers, not accidents: a stack trace would only cost time.
		super(message, null, false, false);
		this.type = type;
		this.status = status;
	}

	/**
	 * Cognito's bare type name, such as {@code NotAuthorizedException}.
	 * @return the type
	 */
	public String type() {
		return this.type;
	}

	/**
	 * The HTTP status: 400 for all but the service's own failures, which are 500.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The text that the caller sees.
	 * @return the message
	 */
	public String text() {
		return String.valueOf(getMessage());
	}

}
