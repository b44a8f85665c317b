package io.cognitex.embedded.standalone;

import java.io.Serial;

/**
 * The program cannot do what it was asked to; the message says why, for people.
 */
final class BadArguments extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	BadArguments(String message) {
		super(message);
	}

}
