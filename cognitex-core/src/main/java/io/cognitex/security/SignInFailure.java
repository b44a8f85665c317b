package io.cognitex.security;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.SignInChallenge;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Why a person is not logged in, as a page or a program may tell it: a text, the way on,
 * and the status of an HTTP response. Every error of Cognito, in every step of a sign-in,
 * is one of these; what must look the same from outside is the same one.
 *
 * <p>
 * The whole table is in {@code docs/sign-in-errors.md}.
 */
public enum SignInFailure {

	/** Cognito asks something more; nothing went wrong. */
	CHALLENGE("challenge", WayOn.ANSWER, 401),

	/** Cognito asks something that this version of Cognitex does not know. */
	UNSUPPORTED_CHALLENGE("unsupportedChallenge", WayOn.ASK_FOR_HELP, 401),

	/**
	 * Wrong password, and everything that would tell whether the user exists: unknown,
	 * disabled, locked for a while, temporary password expired.
	 */
	BAD_CREDENTIALS("badCredentials", WayOn.START_OVER, 401),

	/** A code is wrong. */
	WRONG_CODE("wrongCode", WayOn.TRY_AGAIN, 401),

	/** A code was used before or has expired. */
	EXPIRED_CODE("expiredCode", WayOn.TRY_AGAIN, 401),

	/** Another answer is wrong, and Cognito has ended the sign-in. */
	WRONG_ANSWER("wrongAnswer", WayOn.START_OVER, 401),

	/** The sign-in took too long, or was continued elsewhere. */
	SESSION_EXPIRED("sessionExpired", WayOn.START_OVER, 401),

	/** The new password is not what the pool's policy asks for. */
	NEW_PASSWORD_REFUSED("newPasswordRefused", WayOn.TRY_AGAIN, 401),

	/** The new password was used before. */
	NEW_PASSWORD_USED_BEFORE("newPasswordUsedBefore", WayOn.TRY_AGAIN, 401),

	/** Another account has the e-mail address or phone number. */
	ADDRESS_TAKEN("addressTaken", WayOn.TRY_AGAIN, 401),

	/** Something else that was typed cannot be accepted. */
	INPUT_REFUSED("inputRefused", WayOn.TRY_AGAIN, 401),

	/** The sign-up was not confirmed. */
	NOT_CONFIRMED("notConfirmed", WayOn.CONFIRM_ACCOUNT, 401),

	/** An administrator asked for a new password. */
	PASSWORD_RESET_REQUIRED("passwordResetRequired", WayOn.RESET_PASSWORD, 401),

	/** A second factor is needed, and the user has none that can be used. */
	SECOND_FACTOR_MISSING("secondFactorMissing", WayOn.ASK_FOR_HELP, 401),

	/** Too many attempts, where Cognito has a type for it. */
	TOO_MANY_ATTEMPTS("tooManyAttempts", WayOn.WAIT, 429),

	/** Cognito could not send a code. */
	CODE_NOT_SENT("codeNotSent", WayOn.WAIT, 503),

	/** Cognito is down, slow or throttling. */
	UNAVAILABLE("unavailable", WayOn.WAIT, 503),

	/** Pool, app client or application are set up wrongly. */
	MISCONFIGURED("misconfigured", WayOn.ASK_FOR_HELP, 503);

	private final String text;

	private final WayOn wayOn;

	private final int status;

	SignInFailure(String text, WayOn wayOn, int status) {
		this.text = text;
		this.wayOn = wayOn;
		this.status = status;
	}

	/**
	 * The code of the text in {@link CognitexMessageSource}.
	 * @return the code
	 */
	public String messageCode() {
		return "CognitoAuthenticationProvider." + this.text;
	}

	/**
	 * What the person can do now.
	 * @return the way on
	 */
	public WayOn wayOn() {
		return this.wayOn;
	}

	/**
	 * What a program is answered.
	 * @return the status of the HTTP response
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Which failure an exception tells of.
	 * @param ex what {@link CognitoAuthenticationProvider} threw; of others only the type
	 * is looked at
	 * @return the failure
	 */
	public static SignInFailure of(AuthenticationException ex) {
		if (ex.getCause() instanceof CognitoException cause) {
			SignInFailure failure = of(cause.error(), answered(ex));
			return (ex instanceof AuthenticationServiceException && !failure.isOurs()) ? UNAVAILABLE : failure;
		}
		if (ex instanceof CognitoChallengeException challenged) {
			return of(challenged.getChallenge());
		}
		if (ex instanceof AuthenticationServiceException) {
			return UNAVAILABLE;
		}
		if (ex instanceof DisabledException) {
			return NOT_CONFIRMED;
		}
		if (ex instanceof CredentialsExpiredException) {
			return PASSWORD_RESET_REQUIRED;
		}
		return (ex instanceof LockedException) ? TOO_MANY_ATTEMPTS : BAD_CREDENTIALS;
	}

	private boolean isOurs() {
		return this == CODE_NOT_SENT || this == UNAVAILABLE || this == MISCONFIGURED;
	}

	/**
	 * The name of the challenge whose answer failed; {@code null} in the first step.
	 */
	private static @Nullable String answered(AuthenticationException ex) {
		if (ex instanceof CognitoChallengeException challenged) {
			return challenged.getChallenge().name();
		}
		return (ex.getAuthenticationRequest() instanceof CognitoChallengeAuthenticationToken answer)
				? answer.getChallengeName() : null;
	}

	static SignInFailure of(SignInChallenge challenge) {
		return (challenge instanceof SignInChallenge.Unsupported) ? UNSUPPORTED_CHALLENGE : CHALLENGE;
	}

	/**
	 * Which failure an error of Cognito is.
	 * @param error what Cognito answered
	 * @param challenge the name of what was being answered; {@code null} in the first
	 * step
	 * @return the failure
	 */
	static SignInFailure of(CognitoError error, @Nullable String challenge) {
		return switch (error) {
			case NOT_AUTHORIZED, USER_NOT_FOUND, UNAUTHORIZED, REFRESH_TOKEN_REUSE, WEB_AUTHN_CHALLENGE_NOT_FOUND,
					WEB_AUTHN_CLIENT_MISMATCH,
					// A trigger said no; its text is not for the page
					USER_LAMBDA_VALIDATION ->
				(challenge == null || challenge.equals("PASSWORD")) ? BAD_CREDENTIALS : WRONG_ANSWER;
			case CODE_MISMATCH, ENABLE_SOFTWARE_TOKEN_MFA -> WRONG_CODE;
			case EXPIRED_CODE -> EXPIRED_CODE;
			case SESSION_EXPIRED -> SESSION_EXPIRED;
			case INVALID_PASSWORD -> (challenge != null) ? NEW_PASSWORD_REFUSED : BAD_CREDENTIALS;
			case PASSWORD_HISTORY_POLICY_VIOLATION -> (challenge != null) ? NEW_PASSWORD_USED_BEFORE : BAD_CREDENTIALS;
			case ALIAS_EXISTS -> (challenge != null) ? ADDRESS_TAKEN : MISCONFIGURED;
			// What is left in the first step, where username and password have been
			// checked before, is a flow that the app client does not allow
			case INVALID_PARAMETER -> (challenge != null) ? INPUT_REFUSED : MISCONFIGURED;
			case USER_NOT_CONFIRMED -> NOT_CONFIRMED;
			case PASSWORD_RESET_REQUIRED -> PASSWORD_RESET_REQUIRED;
			case MFA_METHOD_NOT_FOUND, SOFTWARE_TOKEN_MFA_NOT_FOUND -> SECOND_FACTOR_MISSING;
			case LIMIT_EXCEEDED, TOO_MANY_FAILED_ATTEMPTS -> TOO_MANY_ATTEMPTS;
			case CODE_DELIVERY_FAILURE -> CODE_NOT_SENT;
			case CONCURRENT_MODIFICATION, INTERNAL_ERROR, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> UNAVAILABLE;
			case ACCESS_DENIED, FORBIDDEN, INVALID_EMAIL_ROLE_ACCESS_POLICY, INVALID_LAMBDA_RESPONSE,
					INVALID_SMS_ROLE_ACCESS_POLICY, INVALID_SMS_ROLE_TRUST_RELATIONSHIP,
					INVALID_USER_POOL_CONFIGURATION, OPERATION_NOT_ENABLED, RESOURCE_NOT_FOUND, UNEXPECTED_LAMBDA,
					UNSUPPORTED_OPERATION, UNSUPPORTED_TOKEN_TYPE, UNSUPPORTED_USER_STATE,
					WEB_AUTHN_CONFIGURATION_MISSING, WEB_AUTHN_NOT_ENABLED, WEB_AUTHN_ORIGIN_NOT_ALLOWED,
					WEB_AUTHN_RELYING_PARTY_MISMATCH, UNKNOWN ->
				MISCONFIGURED;
			// Never an answer to a sign-in
			case DEVICE_KEY_EXISTS, GROUP_EXISTS, USERNAME_EXISTS, WEB_AUTHN_CREDENTIAL_NOT_SUPPORTED -> MISCONFIGURED;
		};
	}

	/**
	 * What a person can do after a failure. There is always something.
	 */
	public enum WayOn {

		/** Answer the challenge, on its page. */
		ANSWER,

		/** Type it anew, on the same page. */
		TRY_AGAIN,

		/** Log in anew, on the login page. */
		START_OVER,

		/** Confirm the sign-up with the code that was sent, on the application's page. */
		CONFIRM_ACCOUNT,

		/** Set a new password with a code, on the application's page. */
		RESET_PASSWORD,

		/** Try again on the same page, later. */
		WAIT,

		/** Tell the people who run the application. */
		ASK_FOR_HELP

	}

}
