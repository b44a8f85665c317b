package io.cognitex.embedded.internal.signin;

import java.util.HashSet;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * {@code SELECT_CHALLENGE}: the user chooses a first factor. The choice uses the session
 * up; a choice that the user does not have does not.
 */
final class SelectChallenge implements Challenge {

	static final String NAME = "SELECT_CHALLENGE";

	private final ChallengeSessions sessions;

	private final FirstFactors factors;

	SelectChallenge(ChallengeSessions sessions, FirstFactors factors) {
		this.sessions = sessions;
		this.factors = factors;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		Set<String> known = new HashSet<>(this.factors.parameters());
		known.add("ANSWER");
		request.allowOnly(known);
		request.required("USERNAME");
		String answer = request.required("ANSWER");
		Claim claim = this.sessions.resume(request, NAME).claim();
		FirstFactor factor = this.factors.find(claim, answer).orElseThrow(Refusals::challengeNotAvailable);
		this.sessions.use(request);
		return factor.begin(claim);
	}

}
