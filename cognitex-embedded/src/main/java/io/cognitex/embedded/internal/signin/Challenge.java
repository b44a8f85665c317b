package io.cognitex.embedded.internal.signin;

/**
 * A question that a user answers to go on with a sign-in.
 */
interface Challenge {

	/**
	 * The value of {@code ChallengeName}.
	 */
	String name();

	/**
	 * Judges the answer.
	 */
	AuthStep answer(AuthRequest request);

}
