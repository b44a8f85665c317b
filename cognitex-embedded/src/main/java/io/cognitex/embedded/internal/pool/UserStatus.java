package io.cognitex.embedded.internal.pool;

/**
 * The states of an account.
 */
public enum UserStatus {

	/** Signed up, not yet confirmed. */
	UNCONFIRMED,

	/** Can sign in. */
	CONFIRMED,

	/** Has to reset the password before the next sign-in. */
	RESET_REQUIRED,

	/** Has a temporary password and has to set a new one. */
	FORCE_CHANGE_PASSWORD

}
