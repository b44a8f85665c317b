package io.cognitex;

import java.time.Clock;
import java.util.Map;

import io.cognitex.srp.SrpChallenge;
import io.cognitex.srp.SrpClient;
import io.cognitex.srp.SrpException;
import io.cognitex.srp.SrpIdentity;
import io.cognitex.srp.SrpProof;

/**
 * Leads a password to tokens, or to the first challenge that a person has to answer.
 */
final class SignInEngine {

	private static final String PASSWORD_VERIFIER = "PASSWORD_VERIFIER";

	private final CognitoGateway gateway;

	private final SignInFlow flow;

	private final String poolName;

	private final Clock clock;

	SignInEngine(CognitoGateway gateway, SignInFlow flow, String poolName, Clock clock) {
		this.gateway = gateway;
		this.flow = flow;
		this.poolName = poolName;
		this.clock = clock;
	}

	SignIn signIn(String username, String password) {
		return switch (this.flow) {
			case USER_SRP_AUTH -> signInWithSrp(username, password);
			case USER_PASSWORD_AUTH -> SignInReader
				.read(this.gateway.initiateAuth(this.flow, username, Map.of("PASSWORD", password)), username);
			case ADMIN_USER_PASSWORD_AUTH -> SignInReader
				.read(this.gateway.adminInitiateAuth(this.flow, username, Map.of("PASSWORD", password)), username);
		};
	}

	private SignIn signInWithSrp(String username, String password) {
		SrpClient srp = SrpClient.create();
		AuthStep step = this.gateway.initiateAuth(this.flow, username, Map.of("SRP_A", srp.publicValue()));
		if (!PASSWORD_VERIFIER.equals(step.challengeName())) {
			return SignInReader.read(step, username);
		}
		// From here on Cognito wants the user's own name, whatever was typed.
		String userId = BrokenAnswer.require(step.parameters().get("USER_ID_FOR_SRP"), "USER_ID_FOR_SRP");
		SrpProof proof = prove(srp, SrpIdentity.ofUser(this.poolName, userId, password), step.parameters());
		Map<String, String> responses = Map.of("PASSWORD_CLAIM_SIGNATURE", proof.signature(),
				"PASSWORD_CLAIM_SECRET_BLOCK", proof.secretBlock(), "TIMESTAMP", proof.timestamp());
		return SignInReader
			.read(this.gateway.respondToAuthChallenge(PASSWORD_VERIFIER, step.session(), userId, responses), userId);
	}

	private SrpProof prove(SrpClient srp, SrpIdentity identity, Map<String, String> parameters) {
		try {
			return srp.prove(identity,
					SrpChallenge.of(parameters.get("SALT"), parameters.get("SRP_B"), parameters.get("SECRET_BLOCK")),
					this.clock.instant());
		}
		catch (SrpException ex) {
			throw BrokenAnswer.because(ex.getMessage());
		}
	}

}
