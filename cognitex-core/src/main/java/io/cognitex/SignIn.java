package io.cognitex;

/**
 * Where a sign-in stands: {@linkplain Completed completed} with tokens, or at a
 * {@linkplain SignInChallenge challenge} that Cognito asks next. There is no third way,
 * so a {@code switch} over it (or an {@code instanceof}) cannot mistake a challenge for a
 * success.
 */
public sealed interface SignIn permits SignIn.Completed, SignInChallenge {

	/**
	 * Cognito has issued tokens.
	 *
	 * @param tokens the tokens
	 */
	record Completed(CognitoTokens tokens) implements SignIn {

	}

}
