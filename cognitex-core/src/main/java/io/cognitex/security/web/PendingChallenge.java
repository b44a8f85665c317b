package io.cognitex.security.web;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import io.cognitex.SignInChallenge;
import org.jspecify.annotations.Nullable;

/**
 * A login under way: what Cognito asks next, and what has to be known again when the
 * login is complete. It holds no password.
 *
 * @param id changes with each step and each attempt, so that what was sent twice is done
 * once
 * @param challenge what Cognito asks
 * @param username what was typed on the login page
 * @param passwordless whether the login began with the username alone, so that it can
 * begin anew without asking for anything
 * @param rememberMe what was sent as remember-me on the login page; {@code null} if
 * nothing was
 * @param rememberDevice whether this device is to be remembered
 * @param attempts how many answers of this login were refused
 * @param error what was wrong with the last answer, as a text for the person;
 * {@code null} if nothing was
 * @param askedAt when Cognito asked
 */
public record PendingChallenge(String id, SignInChallenge challenge, String username, boolean passwordless,
		@Nullable String rememberMe, boolean rememberDevice, int attempts, @Nullable String error,
		Instant askedAt) implements Serializable {

	/** How many answers of one login may be refused. */
	static final int MAXIMUM_ATTEMPTS = 5;

	@Serial
	private static final long serialVersionUID = 1L;

	static PendingChallenge first(SignInChallenge challenge, String username, boolean passwordless,
			@Nullable String rememberMe, Instant now) {
		return new PendingChallenge(newId(), challenge, username, passwordless, rememberMe, false, 0, null, now);
	}

	/**
	 * The next step of the same login.
	 */
	PendingChallenge next(SignInChallenge challenge, Instant now) {
		return new PendingChallenge(newId(), challenge, this.username, this.passwordless, this.rememberMe,
				this.rememberDevice, this.attempts, null, now);
	}

	/**
	 * The same step once more.
	 */
	PendingChallenge again(@Nullable String error) {
		return new PendingChallenge(newId(), this.challenge, this.username, this.passwordless, this.rememberMe,
				this.rememberDevice, this.attempts, error, this.askedAt);
	}

	PendingChallenge withAttempt() {
		return new PendingChallenge(this.id, this.challenge, this.username, this.passwordless, this.rememberMe,
				this.rememberDevice, this.attempts + 1, this.error, this.askedAt);
	}

	PendingChallenge withRememberDevice(boolean rememberDevice) {
		return new PendingChallenge(this.id, this.challenge, this.username, this.passwordless, this.rememberMe,
				rememberDevice, this.attempts, this.error, this.askedAt);
	}

	private static String newId() {
		return UUID.randomUUID().toString();
	}

	@Override
	public String toString() {
		return "PendingChallenge[challenge=" + this.challenge.name() + ", attempts=" + this.attempts + "]";
	}

}
