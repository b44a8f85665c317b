package io.cognitex.embedded.internal.session;

/**
 * What a user can prove on the way to tokens.
 */
public enum Proof {

	/** The password, sent or by SRP. */
	PASSWORD,

	/** A one-time code in the place of a password. */
	ONE_TIME_CODE,

	/** A passkey in the place of a password. */
	PASSKEY,

	/** The sign-up just before, in the place of a password. */
	SIGN_UP,

	/** The custom challenges, in the place of or after a password. */
	CUSTOM,

	/** A remembered device, in the place of a second factor. */
	DEVICE,

	/** A second factor. */
	SECOND_FACTOR

}
