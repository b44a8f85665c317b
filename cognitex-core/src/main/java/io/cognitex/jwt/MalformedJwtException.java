package io.cognitex.jwt;

import java.io.Serial;

/**
 * Thrown when a text is not a JSON Web Token. The message says why, and repeats nothing
 * of the text.
 */
public final class MalformedJwtException extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	MalformedJwtException(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
