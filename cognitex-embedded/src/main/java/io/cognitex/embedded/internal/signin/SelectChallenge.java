package io.cognitex.embedded.internal.signin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * {@code SELECT_CHALLENGE}: the user chooses a first factor. The choice uses the session
 * up; a choice that the user does not have does not.
 */
final class SelectChallenge implements Challenge {

	static final String NAME = "SELECT_CHALLENGE";

	private final ChallengeSessions sessions;

	private final FirstFactors factors;

	private final PasskeyProof passkeys;

	SelectChallenge(ChallengeSessions sessions, FirstFactors factors, PasskeyProof passkeys) {
		this.sessions = sessions;
		this.factors = factors;
		this.passkeys = passkeys;
	}

	@Override
	public String name() {
		return NAME;
	}

	/**
	 * Lets somebody choose. Who can choose a passkey is told at once what it has to sign:
	 * the service takes {@code CREDENTIAL} together with the choice, so the client has to
	 * know. Under which name it is told then is a guess.
	 */
	AuthStep ask(Claim claim, List<String> available) {
		User user = claim.user();
		if (user == null || !available.contains(PasskeyFactor.NAME)) {
			return challenged(claim, available, SessionDetail.NONE, Map.of());
		}
		PasskeyQuestion question = PasskeyQuestion.random();
		return challenged(claim, available, question, this.passkeys.parameters(claim.request(), user, question));
	}

	private AuthStep challenged(Claim claim, List<String> available, SessionDetail detail,
			Map<String, String> parameters) {
		return new AuthStep.Challenged(NAME, this.sessions.open(claim, NAME, detail), parameters, available);
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		Set<String> known = new HashSet<>(this.factors.parameters());
		known.add("ANSWER");
		known.add(PasskeyFactor.CREDENTIAL);
		request.allowOnly(known);
		request.required("USERNAME");
		String answer = request.required("ANSWER");
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		Claim claim = resumed.claim();
		FirstFactor factor = this.factors.find(claim, answer).orElseThrow(Refusals::challengeNotAvailable);
		this.sessions.use(request);
		String credential = request.parameters().get(PasskeyFactor.CREDENTIAL);
		if (credential != null && factor.name().equals(PasskeyFactor.NAME)
				&& resumed.session().detail() instanceof PasskeyQuestion question) {
			return this.passkeys.check(claim, question, credential);
		}
		return factor.begin(claim);
	}

}
