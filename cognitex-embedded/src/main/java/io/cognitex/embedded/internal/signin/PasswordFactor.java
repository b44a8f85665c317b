package io.cognitex.embedded.internal.signin;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * {@code PASSWORD} in {@code USER_AUTH}, sent along with the choice or asked for by a
 * challenge of its own.
 */
final class PasswordFactor implements FirstFactor, Challenge {

	private static final String NAME = "PASSWORD";

	private final ChallengeSessions sessions;

	private final PasswordProof proof;

	PasswordFactor(ChallengeSessions sessions, PasswordProof proof) {
		this.sessions = sessions;
		this.proof = proof;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String parameter() {
		return "PASSWORD";
	}

	@Override
	public boolean isAvailable(PoolSettings settings, @Nullable User user) {
		return user == null || user.password() != null;
	}

	@Override
	public AuthStep begin(Claim claim) {
		String password = claim.request().parameters().get("PASSWORD");
		if (password != null) {
			return this.proof.check(claim, password);
		}
		return new AuthStep.Challenged(NAME, this.sessions.open(claim, NAME, SessionDetail.NONE), Map.of());
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("PASSWORD"));
		request.required("USERNAME");
		String password = request.required("PASSWORD");
		Claim claim = this.sessions.resume(request, NAME).claim();
		this.sessions.use(request);
		return this.proof.check(claim, password);
	}

}
