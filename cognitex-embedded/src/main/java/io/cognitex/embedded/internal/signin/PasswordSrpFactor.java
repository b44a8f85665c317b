package io.cognitex.embedded.internal.signin;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * {@code PASSWORD_SRP} in {@code USER_AUTH}: leads to {@code PASSWORD_VERIFIER}, at once
 * if {@code SRP_A} came along with the choice.
 */
final class PasswordSrpFactor implements FirstFactor, Challenge {

	private static final String NAME = "PASSWORD_SRP";

	private final ChallengeSessions sessions;

	private final SrpProof proof;

	PasswordSrpFactor(ChallengeSessions sessions, SrpProof proof) {
		this.sessions = sessions;
		this.proof = proof;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String parameter() {
		return "SRP_A";
	}

	@Override
	public boolean isAvailable(PoolSettings settings, @Nullable User user) {
		return user == null || user.password() != null;
	}

	@Override
	public AuthStep begin(Claim claim) {
		String clientPublic = claim.request().parameters().get("SRP_A");
		if (clientPublic != null) {
			return this.proof.askWithSession(claim, clientPublic);
		}
		return new AuthStep.Challenged(NAME, this.sessions.open(claim, NAME, SessionDetail.NONE), Map.of());
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("SRP_A"));
		request.required("USERNAME");
		String clientPublic = request.required("SRP_A");
		Claim claim = this.sessions.resume(request, NAME).claim();
		this.sessions.use(request);
		return this.proof.askWithSession(claim, clientPublic);
	}

}
