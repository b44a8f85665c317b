package io.cognitex;

import java.util.List;

import org.jspecify.annotations.Nullable;

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
	 * @param factors what Cognito has checked in this sign-in, in order
	 * @param newDevice a device that Cognito offers to remember; {@code null} if it
	 * remembers it already or tracks none. Where the sign-in named a
	 * {@link RememberedDevice}, an offer says that Cognito has forgotten that one
	 */
	record Completed(CognitoTokens tokens, List<ProvenFactor> factors,
			@Nullable NewDevice newDevice) implements SignIn {

		public Completed {
			factors = List.copyOf(factors);
		}

	}

}
