package io.cognitex;

/**
 * What Cognito said to a step, and how far the sign-in has come with it.
 */
record SignInReply(AuthStep step, SignInProgress progress) {

	/**
	 * The sign-in with Cognito's newest session, and with the name by which Cognito wants
	 * the user to be called from now on, whatever was typed.
	 */
	static SignInReply of(AuthStep step, SignInProgress before) {
		String carried = step.parameters().getOrDefault("USERNAME", before.username());
		String username = step.parameters().getOrDefault("USER_ID_FOR_SRP", carried);
		return new SignInReply(step, before.withUsername(username).withSession(step.session()));
	}

	boolean asks(String challengeName) {
		return challengeName.equals(this.step.challengeName());
	}

}
