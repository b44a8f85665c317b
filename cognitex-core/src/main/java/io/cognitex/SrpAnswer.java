package io.cognitex;

import java.time.Instant;
import java.util.Map;

import io.cognitex.srp.SrpChallenge;
import io.cognitex.srp.SrpClient;
import io.cognitex.srp.SrpException;
import io.cognitex.srp.SrpIdentity;
import io.cognitex.srp.SrpProof;

/**
 * The answer to Cognito's half of an SRP exchange, as it stands in
 * {@code ChallengeResponses}.
 */
final class SrpAnswer {

	private SrpAnswer() {
	}

	static Map<String, String> of(SrpClient srp, SrpIdentity identity, Map<String, String> parameters, Instant time) {
		SrpProof proof = prove(srp, identity, parameters, time);
		return Map.of("PASSWORD_CLAIM_SIGNATURE", proof.signature(), "PASSWORD_CLAIM_SECRET_BLOCK", proof.secretBlock(),
				"TIMESTAMP", proof.timestamp());
	}

	private static SrpProof prove(SrpClient srp, SrpIdentity identity, Map<String, String> parameters, Instant time) {
		try {
			return srp.prove(identity,
					SrpChallenge.of(parameters.get("SALT"), parameters.get("SRP_B"), parameters.get("SECRET_BLOCK")),
					time);
		}
		catch (SrpException ex) {
			throw BrokenAnswer.because(ex.getMessage());
		}
	}

}
