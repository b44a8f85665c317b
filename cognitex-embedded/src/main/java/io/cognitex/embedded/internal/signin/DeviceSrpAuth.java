package io.cognitex.embedded.internal.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.Device;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.SecretBlocks;
import io.cognitex.embedded.internal.session.SrpAttempt;
import io.cognitex.embedded.internal.srp.SrpExchange;

/**
 * {@code DEVICE_SRP_AUTH}: the client begins the proof of the device's secret. It is the
 * SRP of passwords, with the device group key in the place of the pool and the device key
 * in the place of the user.
 */
final class DeviceSrpAuth implements Challenge {

	static final String NAME = "DEVICE_SRP_AUTH";

	private final SecretBlocks secretBlocks;

	private final ChallengeSessions sessions;

	DeviceSrpAuth(SecretBlocks secretBlocks, ChallengeSessions sessions) {
		this.secretBlocks = secretBlocks;
		this.sessions = sessions;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("SRP_A"));
		request.required("USERNAME");
		String clientPublic = request.required("SRP_A");
		String deviceKey = request.required("DEVICE_KEY");
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		SignInProgress progress = resumed.progress();
		DeviceState state = resumed.session().detail(DeviceState.class);
		User user = progress.user();
		Device device = user.devices().get(deviceKey);
		if (device == null || !deviceKey.equals(state.deviceKey())) {
			throw Refusals.deviceNotFound();
		}
		SrpExchange exchange = SrpExchange.begin(device.secret(), clientPublic).orElseThrow(Refusals::srpValueInvalid);
		this.sessions.use(request);
		String session = this.sessions.open(progress, DevicePasswordVerifier.NAME, state);
		SrpAttempt attempt = new SrpAttempt(request.pool().id(), request.client().id(), user.sub(),
				request.account(user.sub()), session, exchange);
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("SALT", exchange.salt());
		parameters.put("SECRET_BLOCK",
				this.secretBlocks.add(attempt, request.client().settings().authSessionValidity()));
		parameters.put("SRP_B", exchange.serverPublic());
		parameters.put("USERNAME", user.username());
		parameters.put("DEVICE_KEY", deviceKey);
		return new AuthStep.Challenged(DevicePasswordVerifier.NAME, session, parameters);
	}

}
