package io.cognitex;

/**
 * A second factor that a user can switch on, in Cognito's words.
 *
 * @see CognitoAccountManager#setUserMfaPreference
 */
public enum MfaType {

	/** A code by text message. */
	SMS_MFA,

	/** The code of an authenticator app. */
	SOFTWARE_TOKEN_MFA,

	/** A code by e-mail. */
	EMAIL_OTP,

	/** A passkey, where the pool lets it stand for both factors. */
	WEB_AUTHN

}
