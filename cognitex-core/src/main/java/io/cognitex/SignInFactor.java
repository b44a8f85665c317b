package io.cognitex;

/**
 * What a user can prove to Cognito in a sign-in.
 *
 * @see ProvenFactor
 */
public enum SignInFactor {

	/** The password, by SRP or sent to Cognito. */
	PASSWORD,

	/** A code that was sent by text message. */
	SMS_OTP,

	/** A code that was sent by e-mail. */
	EMAIL_OTP,

	/** The code of an authenticator app. */
	SOFTWARE_TOKEN,

	/** A passkey. */
	WEB_AUTHN,

	/** A device that the user had asked to be remembered. */
	DEVICE,

	/** The questions of the pool's own Lambda triggers. */
	CUSTOM

}
