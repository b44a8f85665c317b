package io.cognitex.embedded.internal.signin;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Answered;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Created;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Definition;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Subject;

/**
 * Does what the triggers of {@code CUSTOM_AUTH} decide: asks, lets in, or refuses.
 */
final class CustomAuthSteps {

	private final ChallengeSessions sessions;

	CustomAuthSteps(ChallengeSessions sessions) {
		this.sessions = sessions;
	}

	Definition define(Claim claim, List<Answered> history) {
		Definition definition = CustomAuthTriggers.define(subject(claim), history);
		if (definition.failAuthentication()) {
			SignInEvents.failed(claim.request(), claim.user(), Proof.CUSTOM);
			throw Refusals.incorrectUsernameOrPassword();
		}
		return definition;
	}

	/**
	 * Asks the next question.
	 * @throws io.cognitex.embedded.internal.error.Refusal if the triggers refuse, or let
	 * somebody in before anything was asked
	 */
	AuthStep next(Claim claim, Set<Proof> proofs, List<Answered> history) {
		return ask(claim, proofs, history, define(claim, history));
	}

	AuthStep ask(Claim claim, Set<Proof> proofs, List<Answered> history, Definition definition) {
		if (!CustomChallenge.NAME.equals(definition.challengeName())) {
			throw Refusals.customChallengeInvalid();
		}
		Created created = CustomAuthTriggers.create(subject(claim), history);
		CustomChallengeState state = new CustomChallengeState(history, created.privateParameters(), created.metadata());
		Map<String, String> parameters = new LinkedHashMap<>(created.publicParameters());
		parameters.put("USERNAME", claim.canonicalName());
		User user = claim.user();
		String session = (user != null && !proofs.isEmpty())
				? this.sessions.open(new SignInProgress(claim.request(), user, claim.flow(), EnumSet.copyOf(proofs)),
						CustomChallenge.NAME, state)
				: this.sessions.open(claim, CustomChallenge.NAME, state);
		return new AuthStep.Challenged(CustomChallenge.NAME, session, parameters);
	}

	static Subject subject(Claim claim) {
		AuthRequest request = claim.request();
		return new Subject(request.pool(), request.client().id(), claim.canonicalName(), claim.user(),
				request.clientMetadata());
	}

}
