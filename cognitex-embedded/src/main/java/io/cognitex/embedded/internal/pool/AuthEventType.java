package io.cognitex.embedded.internal.pool;

/**
 * What an {@link AuthEvent} is about.
 */
public enum AuthEventType {

	SIGN_IN("SignIn"), SIGN_UP("SignUp"), FORGOT_PASSWORD("ForgotPassword"), PASSWORD_CHANGE("PasswordChange"),
	RESEND_CODE("ResendCode");

	private final String wireName;

	AuthEventType(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * The service's word.
	 * @return the value of {@code EventType}
	 */
	public String wireName() {
		return this.wireName;
	}

}
