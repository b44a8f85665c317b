package io.cognitex;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * One step of a sign-in after the other: sends what was answered, takes the steps that
 * need no person, and says where the sign-in stands.
 */
final class SignInSteps {

	private static final String USERNAME = "USERNAME";

	private static final String USER_ID_FOR_SRP = "USER_ID_FOR_SRP";

	private final SignInGateway gateway;

	private final DeviceProof deviceProof;

	private final Clock clock;

	SignInSteps(SignInGateway gateway, DeviceProof deviceProof, Clock clock) {
		this.gateway = gateway;
		this.deviceProof = deviceProof;
		this.clock = clock;
	}

	AuthStep initiate(SignInProgress progress, Map<String, String> parameters) {
		return this.gateway.initiateAuth(progress.flow(), progress.username(), withDevice(progress, parameters));
	}

	AuthStep respond(String challengeName, SignInProgress progress, Map<String, String> responses) {
		return this.gateway.respondToAuthChallenge(challengeName, progress, withDevice(progress, responses));
	}

	/**
	 * Where the sign-in stands after a step that proved nothing by itself.
	 */
	SignIn next(AuthStep step, SignInProgress progress) {
		SignInProgress next = after(step, progress);
		if (DeviceProof.CHALLENGE_NAME.equals(step.challengeName()) && next.device() != null) {
			AuthStep verified = this.deviceProof.prove(next, next.device());
			return next(verified, next.proven(SignInFactor.DEVICE, this.clock.instant()));
		}
		return SignInReader.read(step, next);
	}

	/**
	 * Where the sign-in stands after a step with which Cognito has accepted a factor.
	 */
	SignIn next(AuthStep step, SignInProgress progress, SignInFactor factor) {
		return next(step, progress.proven(factor, this.clock.instant()));
	}

	/**
	 * The sign-in with what Cognito said last: its session, and the name by which it
	 * wants the user to be called from now on, whatever was typed.
	 */
	static SignInProgress after(AuthStep step, SignInProgress progress) {
		String carried = step.parameters().getOrDefault(USERNAME, progress.username());
		return progress.withUsername(step.parameters().getOrDefault(USER_ID_FOR_SRP, carried))
			.withSession(step.session());
	}

	private static Map<String, String> withDevice(SignInProgress progress, Map<String, String> parameters) {
		RememberedDevice device = progress.device();
		if (device == null) {
			return parameters;
		}
		Map<String, String> all = new HashMap<>(parameters);
		all.put("DEVICE_KEY", device.deviceKey());
		return all;
	}

}
