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
	 * @param password the password
	 * @param begin sends the public value A
	 * @return where the sign-in stands
	 */
	SignIn prove(String password, Function<String, SignInReply> begin) {
		SrpClient srp = SrpClient.create();
		SignInReply reply = begin.apply(srp.publicValue());
		if (!reply.asks(VERIFIER)) {
			return this.steps.next(reply);
		}
		Map<String, String> parameters = reply.step().parameters();
		String userId = BrokenAnswer.require(parameters.get("USER_ID_FOR_SRP"), "USER_ID_FOR_SRP");
		SrpIdentity identity = SrpIdentity.ofUser(this.poolName, userId, password);
		Map<String, String> proof = SrpAnswer.of(srp, identity, parameters, this.clock.instant());
		return this.steps.next(this.steps.respond(VERIFIER, reply.progress(), proof), SignInFactor.PASSWORD);
	}

}
