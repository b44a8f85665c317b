package io.cognitex.security;

import io.cognitex.CognitoException;
import io.cognitex.SignInChallenge;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Says in Spring Security's words why a sign-in failed. Spring's own exceptions are used,
 * and not subclasses of them, because its event publisher goes by the exact class.
 */
final class SignInFailures {

	private final MessageSourceAccessor messages;

	SignInFailures(MessageSourceAccessor messages) {
		this.messages = messages;
	}

	BadCredentialsException badCredentials() {
		return new BadCredentialsException(message("badCredentials"));
	}

	CognitoChallengeException challenge(SignInChallenge challenge) {
		return new CognitoChallengeException(message("challenge"), challenge);
	}

	InternalAuthenticationServiceException unavailable(Exception cause) {
		return new InternalAuthenticationServiceException(message("unavailable"), cause);
	}

	AuthenticationException translate(CognitoException ex) {
		return switch (ex.error()) {
			// A wrong password and everything that would tell whether the user exists
			case NOT_AUTHORIZED, USER_NOT_FOUND, UNAUTHORIZED, CODE_MISMATCH, EXPIRED_CODE, ENABLE_SOFTWARE_TOKEN_MFA,
					REFRESH_TOKEN_REUSE, INVALID_PASSWORD, PASSWORD_HISTORY_POLICY_VIOLATION,
					// A pre authentication trigger said no; its text is not for the page
					USER_LAMBDA_VALIDATION ->
				new BadCredentialsException(message("badCredentials"), ex);
			case USER_NOT_CONFIRMED -> new DisabledException(message("notConfirmed"), ex);
			case PASSWORD_RESET_REQUIRED -> new CredentialsExpiredException(message("passwordResetRequired"), ex);
			case LIMIT_EXCEEDED, TOO_MANY_FAILED_ATTEMPTS -> new LockedException(message("tooManyAttempts"), ex);
			// Cognito is down, slow or throttling
			case CODE_DELIVERY_FAILURE, CONCURRENT_MODIFICATION, INTERNAL_ERROR, TOO_MANY_REQUESTS,
					SERVICE_UNAVAILABLE ->
				unavailable(ex);
			// Pool, app client or application are set up wrongly. An invalid parameter is
			// here because username and password were checked before: what is left is a
			// flow that the app client does not allow
			case ACCESS_DENIED, FORBIDDEN, INVALID_EMAIL_ROLE_ACCESS_POLICY, INVALID_LAMBDA_RESPONSE, INVALID_PARAMETER,
					INVALID_SMS_ROLE_ACCESS_POLICY, INVALID_SMS_ROLE_TRUST_RELATIONSHIP,
					INVALID_USER_POOL_CONFIGURATION, MFA_METHOD_NOT_FOUND, OPERATION_NOT_ENABLED, RESOURCE_NOT_FOUND,
					SOFTWARE_TOKEN_MFA_NOT_FOUND, UNEXPECTED_LAMBDA, UNSUPPORTED_OPERATION, UNSUPPORTED_TOKEN_TYPE,
					UNSUPPORTED_USER_STATE, UNKNOWN ->
				unavailable(ex);
			// Never an answer to a sign-in
			case ALIAS_EXISTS, GROUP_EXISTS, USERNAME_EXISTS -> unavailable(ex);
		};
	}

	private String message(String code) {
		return this.messages.getMessage("CognitoAuthenticationProvider." + code);
	}

}
