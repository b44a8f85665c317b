package io.cognitex.embedded.internal.signin;

import java.util.List;
import java.util.Optional;

import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Answered;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Definition;

/**
 * Lets the triggers go on after the password, where {@code CUSTOM_AUTH} began with it.
 */
final class CustomAuthRequirement implements Requirement {

	private static final List<Answered> HISTORY = List.of(new Answered("SRP_A", true, null),
			new Answered(PasswordVerifier.NAME, true, null));

	private final CustomAuthSteps steps;

	CustomAuthRequirement(CustomAuthSteps steps) {
		this.steps = steps;
	}

	@Override
	public Optional<AuthStep> next(SignInProgress progress) {
		if (!CustomAuth.NAME.equals(progress.flow()) || progress.has(Proof.CUSTOM)
				|| progress.has(Proof.SECOND_FACTOR)) {
			return Optional.empty();
		}
		Claim claim = new Claim(progress.request(), progress.user().username(), progress.user(), progress.flow());
		Definition definition = this.steps.define(claim, HISTORY);
		return definition.issueTokens() ? Optional.empty()
				: Optional.of(this.steps.ask(claim, progress.proofs(), HISTORY, definition));
	}

}
