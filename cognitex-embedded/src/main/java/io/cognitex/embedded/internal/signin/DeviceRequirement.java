package io.cognitex.embedded.internal.signin;

import java.util.Map;
import java.util.Optional;

import io.cognitex.embedded.internal.pool.Device;
import io.cognitex.embedded.internal.session.Proof;

/**
 * Asks a remembered device to prove that it is the one ({@code DEVICE_SRP_AUTH}).
 */
final class DeviceRequirement implements Requirement {

	private final ChallengeSessions sessions;

	DeviceRequirement(ChallengeSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public Optional<AuthStep> next(SignInProgress progress) {
		Device device = DeviceTracking.named(progress);
		if (device == null || !device.remembered() || progress.has(Proof.DEVICE) || progress.has(Proof.SECOND_FACTOR)) {
			return Optional.empty();
		}
		String session = this.sessions.open(progress, DeviceSrpAuth.NAME, new DeviceState(device.key()));
		return Optional.of(new AuthStep.Challenged(DeviceSrpAuth.NAME, session, Map.of()));
	}

}
