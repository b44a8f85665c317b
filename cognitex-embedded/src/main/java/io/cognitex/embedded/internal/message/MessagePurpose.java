package io.cognitex.embedded.internal.message;

/**
 * Why a message was sent, in the words of the custom message trigger.
 */
public enum MessagePurpose {

	/** To confirm a sign-up. */
	SIGN_UP,

	/** To invite a user whom an administrator created: the code is the password. */
	ADMIN_CREATE_USER,

	/** To confirm a sign-up, asked for again. */
	RESEND_CODE,

	/** To set a new password. */
	FORGOT_PASSWORD,

	/** To verify a changed attribute. */
	UPDATE_USER_ATTRIBUTE,

	/** To sign in. */
	AUTHENTICATION,

	/** To verify an attribute on request. */
	VERIFY_USER_ATTRIBUTE

}
