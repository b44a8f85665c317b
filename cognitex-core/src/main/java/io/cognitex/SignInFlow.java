package io.cognitex;

/**
 * How a sign-in begins. The app client must allow the flow.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html">Authentication
 * flows</a>
 */
public enum SignInFlow {

	/**
	 * Secure Remote Password: the password never leaves this process. Needs
	 * {@code ALLOW_USER_SRP_AUTH}, which a new app client has, and no AWS credentials.
	 */
	USER_SRP_AUTH,

	/**
	 * The password is sent to Cognito over TLS. Needs {@code ALLOW_USER_PASSWORD_AUTH},
	 * and no AWS credentials.
	 */
	USER_PASSWORD_AUTH,

	/**
	 * The password is sent to Cognito by a server that Cognito trusts. Needs
	 * {@code ALLOW_ADMIN_USER_PASSWORD_AUTH} and AWS credentials with
	 * {@code cognito-idp:AdminInitiateAuth} and
	 * {@code cognito-idp:AdminRespondToAuthChallenge}. Cognito does not track devices
	 * here.
	 */
	ADMIN_USER_PASSWORD_AUTH,

	/**
	 * The pool's Lambda triggers ask what they like. With a password, it is proven by SRP
	 * first; without, the triggers decide alone. Needs {@code ALLOW_CUSTOM_AUTH}, which a
	 * new app client has, and no AWS credentials.
	 */
	CUSTOM_AUTH,

	/**
	 * The user chooses the first factor: password, a code by e-mail or text message, or a
	 * passkey. With a password, it is proven by SRP. Needs {@code ALLOW_USER_AUTH}, and
	 * no AWS credentials.
	 */
	USER_AUTH

}
