package io.cognitex;

/**
 * How a password is proven to Cognito. The app client must allow the flow.
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
	 * {@code cognito-idp:AdminInitiateAuth}.
	 */
	ADMIN_USER_PASSWORD_AUTH

}
