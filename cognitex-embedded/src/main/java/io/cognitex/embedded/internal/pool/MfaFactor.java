package io.cognitex.embedded.internal.pool;

import org.jspecify.annotations.Nullable;

/**
 * A second factor, in the order and by the names in which challenges list them.
 */
public enum MfaFactor {

	/** A code by text message. */
	SMS_MFA("phone_number"),

	/** A code from an authenticator app. */
	SOFTWARE_TOKEN_MFA(null),

	/** A code by mail. */
	EMAIL_OTP("email");

	private final @Nullable String attribute;

	MfaFactor(@Nullable String attribute) {
		this.attribute = attribute;
	}

	/**
	 * Where the code goes.
	 * @return {@code email}, {@code phone_number}, or {@code null} if nothing is sent
	 */
	public @Nullable String attribute() {
		return this.attribute;
	}

}
