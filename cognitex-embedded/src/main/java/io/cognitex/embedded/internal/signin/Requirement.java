package io.cognitex.embedded.internal.signin;

import java.util.Optional;

/**
 * Something that may stand between a user who has proven a first factor and the tokens.
 * {@link SignInChain} asks all of them, in their order, after every proof.
 */
interface Requirement {

	/**
	 * What has to be answered now.
	 * @param progress the sign-in
	 * @return the next challenge, or empty if there is nothing to ask (any more)
	 * @throws io.cognitex.embedded.internal.error.Refusal if the sign-in ends here
	 */
	Optional<AuthStep> next(SignInProgress progress);

}
