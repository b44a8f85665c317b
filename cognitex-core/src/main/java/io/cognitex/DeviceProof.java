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
	 */
	AuthStep prove(SignInProgress progress, RememberedDevice device) {
		SrpClient srp = SrpClient.create();
		AuthStep step = this.gateway.respondToAuthChallenge(CHALLENGE_NAME, progress,
				Map.of("SRP_A", srp.publicValue(), "DEVICE_KEY", device.deviceKey()));
		if (!VERIFIER.equals(step.challengeName())) {
			throw BrokenAnswer.because("it does not let the device prove itself");
		}
		SrpIdentity identity = SrpIdentity.ofDevice(device.deviceGroupKey(), device.deviceKey(), device.deviceSecret());
		Map<String, String> responses = new HashMap<>(
				SrpAnswer.of(srp, identity, step.parameters(), this.clock.instant()));
		responses.put("DEVICE_KEY", device.deviceKey());
		return this.gateway.respondToAuthChallenge(VERIFIER, progress.withSession(step.session()), responses);
	}

}
