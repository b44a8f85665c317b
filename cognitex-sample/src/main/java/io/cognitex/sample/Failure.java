package io.cognitex.sample;

import io.cognitex.CognitoException;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;

/**
 * What a page says when Cognito refuses for a reason that is not one field's, or does not
 * answer. Cognito's own text is never shown: it varies, and it is not for users.
 *
 * @param messageCode of the text, in {@code messages.properties}
 * @param status of the response
 */
record Failure(String messageCode, HttpStatus status) {

	private static final String RETRY_AFTER_SECONDS = "30";

	private static final Logger logger = LoggerFactory.getLogger(Failure.class);

	static Failure of(CognitoException ex) {
		return switch (ex.error().kind()) {
			case INPUT, CONFLICT, ACCOUNT_STATE -> new Failure("failure.refused", HttpStatus.BAD_REQUEST);
			case CREDENTIALS -> new Failure("failure.session", HttpStatus.UNAUTHORIZED);
			case LIMIT -> new Failure("failure.limit", HttpStatus.TOO_MANY_REQUESTS);
			case UNAVAILABLE -> new Failure("failure.unavailable", HttpStatus.SERVICE_UNAVAILABLE);
			case CONFIGURATION -> new Failure("failure.configuration", HttpStatus.INTERNAL_SERVER_ERROR);
		};
	}

	/**
	 * Whether a refusal would tell a stranger that there is an account of that name, or
	 * none. Pages that strangers see then answer as if it had worked.
	 */
	static boolean tellsOfTheAccount(CognitoException ex) {
		return switch (ex.error()) {
			case USER_NOT_FOUND, INVALID_PARAMETER, NOT_AUTHORIZED, LIMIT_EXCEEDED -> true;
			default -> false;
		};
	}

	/**
	 * Shows the form again, with all that was typed but the password, and the reason on
	 * top.
	 * @throws CognitoException if it is the login that is no longer good: no form can
	 * mend that
	 */
	static void reject(CognitoException ex, Errors form, HttpServletResponse response) {
		Failure failure = of(ex);
		if (failure.status() == HttpStatus.UNAUTHORIZED) {
			throw ex;
		}
		form.reject(failure.messageCode());
		failure.applyTo(response, ex);
	}

	/** Sets status and headers, and tells the operator what the user cannot mend. */
	void applyTo(HttpServletResponse response, CognitoException ex) {
		response.setStatus(this.status.value());
		if (this.status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			logger.warn("Cognito is not available: {}", ex.status());
		}
		else if (this.status == HttpStatus.INTERNAL_SERVER_ERROR) {
			logger.error("User pool, app client or application are set up wrongly", ex);
		}
	}

}
