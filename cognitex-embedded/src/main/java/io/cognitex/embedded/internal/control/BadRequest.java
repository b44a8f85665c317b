package io.cognitex.embedded.internal.control;

import java.io.Serial;

/**
 * What was sent makes no sense; the message says why.
 */
final class BadRequest extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	BadRequest(String message) {
		super(message, null, false, false);
	}

}
