package io.cognitex.embedded.internal.limit;

/**
 * What is limited per user and hour, and to how many attempts.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Quotas</a>
 */
public enum AttemptLimit {

	/**
	 * ForgotPassword and ConfirmForgotPassword together. The service allows 5 to 20,
	 * depending on the risk that it sees; requests over loopback carry none.
	 */
	FORGOT_PASSWORD(20),

	/** ConfirmSignUp. */
	CONFIRM_SIGN_UP(15),

	/** VerifyUserAttribute. */
	VERIFY_USER_ATTRIBUTE(15),

	/** ResendConfirmationCode. */
	RESEND_CONFIRMATION_CODE(5),

	/** ChangePassword. */
	CHANGE_PASSWORD(5),

	/** GetUserAttributeVerificationCode. */
	GET_USER_ATTRIBUTE_VERIFICATION_CODE(5);

	private final int perHour;

	AttemptLimit(int perHour) {
		this.perHour = perHour;
	}

	int perHour() {
		return this.perHour;
	}

}
