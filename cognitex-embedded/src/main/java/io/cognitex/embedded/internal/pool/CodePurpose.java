package io.cognitex.embedded.internal.pool;

import java.time.Duration;

/**
 * What a code is good for, and for how long.
 */
public enum CodePurpose {

	/** Confirms a sign-up. */
	CONFIRM_SIGN_UP(Duration.ofHours(24)),

	/** Sets a new password. */
	RESET_PASSWORD(Duration.ofHours(1)),

	/** Verifies the e-mail address. */
	VERIFY_EMAIL(Duration.ofHours(24)),

	/** Verifies the phone number. */
	VERIFY_PHONE_NUMBER(Duration.ofHours(24));

	private final Duration lifetime;

	CodePurpose(Duration lifetime) {
		this.lifetime = lifetime;
	}

	/**
	 * How long a code lives.
	 * @return the lifetime
	 */
	public Duration lifetime() {
		return this.lifetime;
	}

	/**
	 * The purpose of a code that verifies an attribute.
	 * @param attribute {@code email} or {@code phone_number}
	 * @return the purpose
	 */
	public static CodePurpose verifying(String attribute) {
		return "email".equals(attribute) ? VERIFY_EMAIL : VERIFY_PHONE_NUMBER;
	}

}
