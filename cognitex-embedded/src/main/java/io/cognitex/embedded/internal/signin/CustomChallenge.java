package io.cognitex.embedded.internal.signin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Answered;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Definition;

/**
 * {@code CUSTOM_CHALLENGE}: a question that triggers ask and judge. Every answer, right
 * or wrong, uses the session up; the triggers decide how often one may try.
 */
final class CustomChallenge implements Challenge {

	static final String NAME = "CUSTOM_CHALLENGE";

	private final ChallengeSessions sessions;

	private final CustomAuthSteps steps;

	private final SignInChain chain;

	CustomChallenge(ChallengeSessions sessions, CustomAuthSteps steps, SignInChain chain) {
		this.sessions = sessions;
		this.steps = steps;
		this.chain = chain;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("ANSWER"));
		request.required("USERNAME");
		String answer = request.required("ANSWER");
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		this.sessions.use(request);
		Claim claim = resumed.claim();
		CustomChallengeState state = resumed.session().detail(CustomChallengeState.class);
		boolean right = CustomAuthTriggers.verify(CustomAuthSteps.subject(claim), state.privateParameters(), answer);
		List<Answered> history = new ArrayList<>(state.history());
		history.add(new Answered(NAME, right, state.metadata()));
		Definition definition = this.steps.define(claim, history);
		if (!right) {
			SignInEvents.failed(request, claim.user(), Proof.CUSTOM);
		}
		Set<Proof> proofs = resumed.session().proofs();
		if (!definition.issueTokens()) {
			return this.steps.ask(claim, proofs, history, definition);
		}
		User user = claim.user();
		if (user == null) {
			throw Refusals.incorrectUsernameOrPassword();
		}
		Set<Proof> all = EnumSet.of(Proof.CUSTOM);
		all.addAll(proofs);
		return this.chain.proceed(new SignInProgress(request, user, claim.flow(), all));
	}

}
