package io.cognitex;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.cognitex.srp.SrpClient;
import io.cognitex.srp.SrpIdentity;

/**
 * Shows that the user signs in from a remembered device: SRP with the device's own
 * secret.
 */
final class DeviceProof {

	static final String CHALLENGE_NAME = "DEVICE_SRP_AUTH";

	private static final String VERIFIER = "DEVICE_PASSWORD_VERIFIER";

	private static final String DEVICE_KEY = "DEVICE_KEY";

	private final SignInGateway gateway;

	private final Clock clock;

	DeviceProof(SignInGateway gateway, Clock clock) {
		this.gateway = gateway;
		this.clock = clock;
	}

	/**
	 * Answers Cognito's question for the device.
	 * @param progress a sign-in that stands at that question
	 * @return what Cognito says to the proof
	 * @throws CognitoException {@link CognitoError#SESSION_EXPIRED} if Cognito refuses
	 * the device: this sign-in is over, and one without the device may do
	 */
	SignInReply prove(SignInProgress progress, RememberedDevice device) {
		try {
			SrpClient srp = SrpClient.create();
			SignInReply reply = respond(CHALLENGE_NAME, progress,
					Map.of("SRP_A", srp.publicValue(), DEVICE_KEY, device.deviceKey()));
			if (!reply.asks(VERIFIER)) {
				throw BrokenAnswer.because("it does not let the device prove itself");
			}
			return respond(VERIFIER, reply.progress(), proof(srp, device, reply.step().parameters()));
		}
		catch (CognitoException ex) {
			if (ex.error() != CognitoError.NOT_AUTHORIZED && ex.error() != CognitoError.RESOURCE_NOT_FOUND) {
				throw ex;
			}
			throw new CognitoException(CognitoError.SESSION_EXPIRED, ex.status(), "Cognito refused the device", null);
		}
	}

	private Map<String, String> proof(SrpClient srp, RememberedDevice device, Map<String, String> parameters) {
		SrpIdentity identity = SrpIdentity.ofDevice(device.deviceGroupKey(), device.deviceKey(), device.deviceSecret());
		Map<String, String> proof = new HashMap<>(SrpAnswer.of(srp, identity, parameters, this.clock.instant()));
		proof.put(DEVICE_KEY, device.deviceKey());
		return proof;
	}

	private SignInReply respond(String challengeName, SignInProgress progress, Map<String, String> responses) {
		return SignInReply.of(this.gateway.respondToAuthChallenge(challengeName, progress, responses), progress);
	}

}
