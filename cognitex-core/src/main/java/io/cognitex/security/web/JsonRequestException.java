package io.cognitex.security.web;

import java.io.Serial;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/**
 * A request to log in that a program has put together wrongly. Its text never repeats
 * what was sent.
 */
final class JsonRequestException extends AuthenticationException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	JsonRequestException(HttpStatus status, String message) {
		super(message);
		this.status = status;
	}

	static JsonRequestException malformed(String message) {
		return new JsonRequestException(HttpStatus.BAD_REQUEST, message);
	}

	String text() {
		return Objects.requireNonNull(getMessage());
	}

	HttpStatus status() {
		return this.status;
	}

}
