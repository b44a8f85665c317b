package io.cognitex.security.web;

import io.cognitex.CognitoException;

/**
 * Why an authenticator app could not be set up, as a person is told.
 */
public enum EnrolmentFailure {

	/** The app shows another code. */
	WRONG_CODE("CognitoAuthenticationProvider.wrongCode"),

	/** The code was used before. */
	EXPIRED_CODE("CognitoAuthenticationProvider.expiredCode"),

	/** No code was sent, or something that is none. */
	INPUT_REFUSED("CognitoAuthenticationProvider.inputRefused"),

	/** The access token is of no use any more: only a new login leads on. */
	LOGIN_ENDED("CognitoAuthenticationProvider.sessionExpired"),

	/** Cognito makes the user wait. */
	TOO_MANY_ATTEMPTS("CognitoAuthenticationProvider.tooManyAttempts"),

	/** The pool has no authenticator apps. */
	NOT_IN_POOL("CognitoAuthenticationProvider.secondFactorMissing"),

	/** Pool, app client or application are set up wrongly. */
	MISCONFIGURED("FactorEnrolmentPage.misconfigured"),

	/** Cognito is down, slow or throttling. */
	UNAVAILABLE("FactorEnrolmentPage.unavailable");

	private final String messageCode;

	EnrolmentFailure(String messageCode) {
		this.messageCode = messageCode;
	}

	static EnrolmentFailure of(CognitoException ex) {
		return switch (ex.error()) {
			case CODE_MISMATCH, ENABLE_SOFTWARE_TOKEN_MFA -> WRONG_CODE;
			case EXPIRED_CODE -> EXPIRED_CODE;
			case SOFTWARE_TOKEN_MFA_NOT_FOUND -> NOT_IN_POOL;
			default -> switch (ex.error().kind()) {
				case CREDENTIALS, ACCOUNT_STATE -> LOGIN_ENDED;
				case LIMIT -> TOO_MANY_ATTEMPTS;
				case UNAVAILABLE -> UNAVAILABLE;
				case INPUT -> INPUT_REFUSED;
				case CONFLICT, CONFIGURATION -> MISCONFIGURED;
			};
		};
	}

	/**
	 * Whether the people who run the application should know.
	 */
	boolean isOurs() {
		return this == NOT_IN_POOL || this == MISCONFIGURED || this == UNAVAILABLE;
	}

	String messageCode() {
		return this.messageCode;
	}

}
