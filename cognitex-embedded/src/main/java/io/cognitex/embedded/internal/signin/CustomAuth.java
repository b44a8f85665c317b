package io.cognitex.embedded.internal.signin;

import java.util.List;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Answered;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Definition;

/**
 * {@code CUSTOM_AUTH}: triggers decide what is asked. With {@code CHALLENGE_NAME=SRP_A}
 * it begins with the proof of the password.
 */
final class CustomAuth implements Flow {

	static final String NAME = "CUSTOM_AUTH";

	private static final String SRP_A = "SRP_A";

	private final CustomAuthSteps steps;

	private final SrpProof srpProof;

	CustomAuth(CustomAuthSteps steps, SrpProof srpProof) {
		this.steps = steps;
		this.srpProof = srpProof;
	}

	@Override
	public Set<String> names() {
		return Set.of(NAME);
	}

	@Override
	public boolean isOfferedTo(boolean admin) {
		return true;
	}

	@Override
	public String clientSwitch() {
		return "ALLOW_CUSTOM_AUTH";
	}

	@Override
	public Refusal notEnabled() {
		return Refusals.flowNotEnabled("CUSTOM_AUTH is not enabled for the client.");
	}

	@Override
	public AuthStep begin(AuthRequest request) {
		request.allowOnly(Set.of("CHALLENGE_NAME", SRP_A));
		Claim claim = Claim.of(request, NAME);
		User user = claim.user();
		if (user != null) {
			SignInChain.checkState(request, user);
		}
		if (!SRP_A.equals(request.parameters().get("CHALLENGE_NAME"))) {
			return this.steps.next(claim, Set.of(), List.of());
		}
		String clientPublic = request.required(SRP_A);
		Definition definition = this.steps.define(claim, List.of(new Answered(SRP_A, true, null)));
		if (!PasswordVerifier.NAME.equals(definition.challengeName())) {
			throw Refusals.customChallengeInvalid();
		}
		return this.srpProof.askWithSession(claim, clientPublic);
	}

}
