package io.cognitex.srp;

import java.io.Serial;

/**
 * Thrown when the server's part of an SRP exchange cannot be answered safely: a value is
 * missing or malformed, or is one of those that would give the password away. The message
 * repeats no value.
 */
public final class SrpException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	SrpException(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
