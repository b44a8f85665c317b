package io.cognitex.embedded.internal.signin;

import java.util.Base64;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.session.SecretBlocks;
import io.cognitex.embedded.internal.session.SrpAttempt;

/**
 * {@code DEVICE_PASSWORD_VERIFIER}: the client proves the device's secret. One wrong
 * signature uses session and secret block up.
 */
final class DevicePasswordVerifier implements Challenge {

	static final String NAME = "DEVICE_PASSWORD_VERIFIER";

	private final SecretBlocks secretBlocks;

	private final ChallengeSessions sessions;

	private final Lockouts lockouts;

	private final SignInChain chain;

	DevicePasswordVerifier(SecretBlocks secretBlocks, ChallengeSessions sessions, Lockouts lockouts,
			SignInChain chain) {
		this.secretBlocks = secretBlocks;
		this.sessions = sessions;
		this.lockouts = lockouts;
		this.chain = chain;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP"));
		request.required("USERNAME");
		String signature = request.required("PASSWORD_CLAIM_SIGNATURE");
		String secretBlock = request.required("PASSWORD_CLAIM_SECRET_BLOCK");
		String timestamp = request.required("TIMESTAMP");
		String deviceKey = request.required("DEVICE_KEY");
		PasswordVerifier.checkTimestamp(timestamp);
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		SignInProgress progress = resumed.progress();
		String account = request.account(progress.user().sub());
		this.lockouts.check(account);
		if (!deviceKey.equals(resumed.session().detail(DeviceState.class).deviceKey())) {
			throw Refusals.deviceNotFound();
		}
		this.sessions.use(request);
		SrpAttempt attempt = this.secretBlocks.take(secretBlock)
			.filter((candidate) -> String.valueOf(candidate.session()).equals(request.session()))
			.orElseThrow(Refusals::incorrectUsernameOrPassword);
		if (!attempt.exchange().proves(Base64.getDecoder().decode(secretBlock), timestamp, signature)) {
			this.lockouts.failed(account);
			SignInEvents.failed(request, progress.user(), Proof.DEVICE);
			throw Refusals.incorrectUsernameOrPassword();
		}
		this.lockouts.succeeded(account);
		return this.chain.proceed(progress.with(Proof.DEVICE));
	}

}
