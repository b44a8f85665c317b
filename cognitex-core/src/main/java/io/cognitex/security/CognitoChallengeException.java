package io.cognitex.security;

import java.io.Serial;

import io.cognitex.SignInChallenge;

import org.springframework.security.authentication.AccountStatusException;

/**
 * Thrown when the password was accepted but Cognito asks something more before it issues
 * tokens. Nobody is logged in.
 *
 * <p>
 * It is an {@link AccountStatusException} because that family stops
 * {@link org.springframework.security.authentication.ProviderManager ProviderManager}
 * from asking its other providers, whose refusal would hide this one.
 */
public final class CognitoChallengeException extends AccountStatusException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final SignInChallenge challenge;

	/**
	 * A sign-in that needs another step.
	 * @param message a text for the person who logs in
	 * @param challenge what Cognito asks
	 */
	public CognitoChallengeException(String message, SignInChallenge challenge) {
		super(message);
		this.challenge = challenge;
	}

	/**
	 * An answer that Cognito cannot accept, such as a new password that the pool's policy
	 * refuses: it still asks the same.
	 * @param message a text for the person who logs in
	 * @param challenge what Cognito asks
	 * @param cause why the answer was not accepted
	 */
	public CognitoChallengeException(String message, SignInChallenge challenge, Throwable cause) {
		super(message, cause);
		this.challenge = challenge;
	}

	/**
	 * What Cognito asks. Its session is a secret that stays on the server.
	 * @return the challenge
	 */
	public SignInChallenge getChallenge() {
		return this.challenge;
	}

}
