package io.cognitex.security.web;

import java.util.Arrays;
import java.util.Optional;

import io.cognitex.CognitoException;

import org.springframework.http.HttpStatus;

/**
 * Why a passkey could not be registered or deleted, as a person is told. Its name is in
 * the address of the page that says so.
 */
enum PasskeyFailure {

	/** The user has as many as Cognito allows, or has tried too often. */
	LIMIT(HttpStatus.TOO_MANY_REQUESTS),

	/** The registration was not begun, or took too long. */
	EXPIRED(HttpStatus.BAD_REQUEST),

	/** Cognito does not take this passkey. */
	REFUSED(HttpStatus.BAD_REQUEST),

	/** The pool takes no passkeys, or none for this address. */
	MISCONFIGURED(HttpStatus.INTERNAL_SERVER_ERROR),

	/** Cognito is down, slow or throttling. */
	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

	private final HttpStatus status;

	PasskeyFailure(HttpStatus status) {
		this.status = status;
	}

	static PasskeyFailure of(CognitoException ex) {
		return switch (ex.error()) {
			case WEB_AUTHN_CHALLENGE_NOT_FOUND -> EXPIRED;
			case WEB_AUTHN_CLIENT_MISMATCH -> REFUSED;
			default -> switch (ex.error().kind()) {
				case LIMIT -> LIMIT;
				case UNAVAILABLE -> UNAVAILABLE;
				case CONFIGURATION -> MISCONFIGURED;
				default -> REFUSED;
			};
		};
	}

	static Optional<PasskeyFailure> named(String name) {
		return Arrays.stream(values()).filter((failure) -> failure.name().equals(name)).findFirst();
	}

	HttpStatus status() {
		return this.status;
	}

	String messageCode() {
		return "PasskeysPage.failure." + name();
	}

}
