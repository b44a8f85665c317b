package io.cognitex;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One step of a sign-in after the other: sends what was answered, takes the steps that
 * need no person, and says where the sign-in stands.
 */
final class SignInSteps {

	private final SignInGateway gateway;

	private final DeviceProof deviceProof;

	private final Clock clock;

	SignInSteps(SignInGateway gateway, DeviceProof deviceProof, Clock clock) {
		this.gateway = gateway;
		this.deviceProof = deviceProof;
		this.clock = clock;
	}

	SignInReply initiate(SignInProgress progress, Map<String, String> parameters) {
		return send(progress, (sender) -> this.gateway.initiateAuth(sender, withDevice(sender, parameters)));
	}

	SignInReply respond(String challengeName, SignInProgress progress, Map<String, String> responses) {
		return send(progress,
				(sender) -> this.gateway.respondToAuthChallenge(challengeName, sender, withDevice(sender, responses)));
	}

	/**
	 * Where the sign-in stands after a step that proved nothing by itself.
	 */
	SignIn next(SignInReply reply) {
		RememberedDevice device = reply.progress().device();
		if (device != null && reply.asks(DeviceProof.CHALLENGE_NAME)) {
			return next(this.deviceProof.prove(reply.progress(), device), SignInFactor.DEVICE);
		}
		return SignInReader.read(reply);
	}

	/**
	 * Where the sign-in stands after a step with which Cognito has accepted a factor.
	 */
	SignIn next(SignInReply reply, SignInFactor factor) {
		return next(new SignInReply(reply.step(), reply.progress().proven(factor, this.clock.instant())));
	}

	/**
	 * Where Cognito has forgotten the device, the same is sent without it, as AWS's own
	 * clients do. If Cognito has used the session up nonetheless, it says so, and the
	 * next sign-in finds out about the device in its first step.
	 */
	private static SignInReply send(SignInProgress progress, Function<SignInProgress, AuthStep> call) {
		try {
			return SignInReply.of(call.apply(progress), progress);
		}
		catch (CognitoException ex) {
			if (progress.device() == null || ex.error() != CognitoError.RESOURCE_NOT_FOUND) {
				throw ex;
			}
			SignInProgress withoutDevice = progress.withoutDevice();
			return SignInReply.of(call.apply(withoutDevice), withoutDevice);
		}
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
