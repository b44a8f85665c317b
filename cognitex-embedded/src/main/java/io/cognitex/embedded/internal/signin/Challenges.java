package io.cognitex.embedded.internal.signin;

import java.util.List;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * All challenges.
 */
public final class Challenges {

	private final List<Challenge> challenges;

	Challenges(List<Challenge> challenges) {
		this.challenges = challenges;
	}

	/**
	 * Answers a challenge.
	 * @param name the value of {@code ChallengeName}
	 * @param request what the client sends
	 * @return where the sign-in stands
	 */
	public AuthStep answer(String name, AuthRequest request) {
		return this.challenges.stream()
			.filter((challenge) -> challenge.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Refusals.notEmulated("Challenge " + name))
			.answer(request);
	}

}
