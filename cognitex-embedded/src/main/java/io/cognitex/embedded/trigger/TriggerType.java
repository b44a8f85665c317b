package io.cognitex.embedded.trigger;

/**
 * When a trigger is called.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html">Customizing
 * user pool workflows with Lambda triggers</a>
 */
public enum TriggerType {

	/** Before a user signs up or is created. */
	PRE_SIGN_UP("PreSignUp"),

	/** After a sign-up was confirmed or a forgotten password was replaced. */
	POST_CONFIRMATION("PostConfirmation"),

	/** Before a password is looked at. */
	PRE_AUTHENTICATION("PreAuthentication"),

	/** After everything was proven, before tokens are issued. */
	POST_AUTHENTICATION("PostAuthentication"),

	/** Before tokens are made; it can change their claims. */
	PRE_TOKEN_GENERATION("PreTokenGeneration"),

	/** Before a message is sent; it can change the text. */
	CUSTOM_MESSAGE("CustomMessage"),

	/** To decide what comes next in {@code CUSTOM_AUTH}. */
	DEFINE_AUTH_CHALLENGE("DefineAuthChallenge"),

	/** To make a custom challenge. */
	CREATE_AUTH_CHALLENGE("CreateAuthChallenge"),

	/** To judge the answer to a custom challenge. */
	VERIFY_AUTH_CHALLENGE_RESPONSE("VerifyAuthChallengeResponse"),

	/**
	 * When somebody signs in with a password, or has forgotten it, who is not in the
	 * pool.
	 */
	USER_MIGRATION("UserMigration");

	private final String wireName;

	TriggerType(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * The name in {@code LambdaConfig} and in error messages.
	 * @return the name, such as {@code PreSignUp}
	 */
	public String wireName() {
		return this.wireName;
	}

}
