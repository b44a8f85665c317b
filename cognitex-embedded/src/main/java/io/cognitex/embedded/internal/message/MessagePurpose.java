package io.cognitex.embedded.internal.message;

/**
 * Why a message was sent, in the words of the custom message trigger.
 */
public enum MessagePurpose {

	/** To confirm a sign-up. */
	SIGN_UP("SignUp"),

	/** To invite a user whom an administrator created: the code is the password. */
	ADMIN_CREATE_USER("AdminCreateUser"),

	/** To confirm a sign-up, asked for again. */
	RESEND_CODE("ResendCode"),

	/** To set a new password. */
	FORGOT_PASSWORD("ForgotPassword"),

	/** To verify a changed attribute. */
	UPDATE_USER_ATTRIBUTE("UpdateUserAttribute"),

	/** To sign in. */
	AUTHENTICATION("Authentication"),

	/** To verify an attribute on request. */
	VERIFY_USER_ATTRIBUTE("VerifyUserAttribute"),

	/** To ask about a risky sign-in; no trigger is told. */
	RISK_NOTIFICATION("RiskNotification");

	private final String wireName;

	MessagePurpose(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * How the custom message trigger is told.
	 * @return the trigger source, such as {@code CustomMessage_SignUp}
	 */
	String triggerSource() {
		return "CustomMessage_" + this.wireName;
	}

}
