package io.cognitex.security;

import io.cognitex.CognitoException;
import io.cognitex.SignInChallenge;
import org.jspecify.annotations.Nullable;

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
		return new BadCredentialsException(message(SignInFailure.BAD_CREDENTIALS));
	}

	CognitoChallengeException challenge(SignInChallenge challenge) {
		return new CognitoChallengeException(message(SignInFailure.of(challenge)), challenge);
	}

	InternalAuthenticationServiceException unavailable(Exception cause) {
		return new InternalAuthenticationServiceException(message(SignInFailure.UNAVAILABLE), cause);
	}

	/**
	 * The exception for a refusal.
	 * @param ex what Cognito answered
	 * @param challenge what was being answered; {@code null} in the first step
	 * @return the exception
	 */
	AuthenticationException translate(CognitoException ex, @Nullable SignInChallenge challenge) {
		SignInFailure failure = SignInFailure.of(ex.error(), (challenge != null) ? challenge.name() : null);
		String message = message(failure);
		return switch (failure) {
			case BAD_CREDENTIALS, WRONG_CODE, EXPIRED_CODE, WRONG_ANSWER -> new BadCredentialsException(message, ex);
			case NOT_CONFIRMED, SECOND_FACTOR_MISSING -> new DisabledException(message, ex);
			case SESSION_EXPIRED, PASSWORD_RESET_REQUIRED -> new CredentialsExpiredException(message, ex);
			case TOO_MANY_ATTEMPTS -> new LockedException(message, ex);
			// Nothing was guessed: Cognito still asks the same
			case CHALLENGE, UNSUPPORTED_CHALLENGE, NEW_PASSWORD_REFUSED, NEW_PASSWORD_USED_BEFORE, ADDRESS_TAKEN,
					INPUT_REFUSED ->
				(challenge != null) ? new CognitoChallengeException(message, challenge, ex) : unavailable(ex);
			case CODE_NOT_SENT, UNAVAILABLE, MISCONFIGURED -> new InternalAuthenticationServiceException(message, ex);
		};
	}

	private String message(SignInFailure failure) {
		return this.messages.getMessage(failure.messageCode());
	}

}
