package io.cognitex;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

import io.cognitex.srp.SrpClient;
import io.cognitex.srp.SrpIdentity;

/**
 * Proves a password by SRP.
 */
final class PasswordVerification {

	private static final String VERIFIER = "PASSWORD_VERIFIER";

	private final SignInSteps steps;

	private final String poolName;

	private final Clock clock;

	PasswordVerification(SignInSteps steps, String poolName, Clock clock) {
		this.steps = steps;
		this.poolName = poolName;
		this.clock = clock;
	}

	/**
	 * Proves the password, if Cognito lets it.
	 * @param progress the sign-in before
	 * @param first sends the public value A and returns Cognito's answer
	 */
	SignIn prove(SignInProgress progress, String password, Function<String, AuthStep> first) {
		SrpClient srp = SrpClient.create();
		AuthStep step = first.apply(srp.publicValue());
		if (!VERIFIER.equals(step.challengeName())) {
			return this.steps.next(step, progress);
		}
		String userId = BrokenAnswer.require(step.parameters().get("USER_ID_FOR_SRP"), "USER_ID_FOR_SRP");
		SignInProgress next = SignInSteps.after(step, progress);
		SrpIdentity identity = SrpIdentity.ofUser(this.poolName, userId, password);
		Map<String, String> responses = SrpAnswer.of(srp, identity, step.parameters(), this.clock.instant());
		return this.steps.next(this.steps.respond(VERIFIER, next, responses), next, SignInFactor.PASSWORD);
	}

}
