package io.cognitex.embedded.internal.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserStatus;

/**
 * {@code WEB_AUTHN}: a passkey in the place of a password. Users who are asked for a
 * second factor can begin with one only if it stands for both. Every answer uses the
 * session up.
 */
final class PasskeyFactor implements FirstFactor, Challenge {

	static final String NAME = "WEB_AUTHN";

	static final String CREDENTIAL = "CREDENTIAL";

	private final ChallengeSessions sessions;

	private final PasskeyProof proof;

	PasskeyFactor(ChallengeSessions sessions, PasskeyProof proof) {
		this.sessions = sessions;
		this.proof = proof;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String parameter() {
		return "ANSWER";
	}

	@Override
	public boolean isAvailable(PoolSettings settings, @Nullable User user) {
		return user != null && settings.allowedFirstAuthFactors().contains(NAME)
				&& RelyingParty.of(settings).isPresent() && user.enabled() && user.status() == UserStatus.CONFIRMED
				&& !user.passkeys().isEmpty() && isEnough(settings, user);
	}

	private static boolean isEnough(PoolSettings settings, User user) {
		boolean alone = settings.mfa().mode() != MfaMode.ON && SecondFactors.toAsk(settings, user).isEmpty();
		return alone || SecondFactors.passkeyIsEnough(settings, user);
	}

	@Override
	public AuthStep begin(Claim claim) {
		User user = claim.user();
		if (user == null) {
			throw Refusals.challengeNotAvailable();
		}
		PasskeyQuestion question = PasskeyQuestion.random();
		return new AuthStep.Challenged(NAME, this.sessions.open(claim, NAME, question),
				this.proof.parameters(claim.request(), user, question));
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of(CREDENTIAL));
		request.required("USERNAME");
		String credential = request.required(CREDENTIAL);
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		this.sessions.use(request);
		return this.proof.check(resumed.claim(), resumed.session().detail(PasskeyQuestion.class), credential);
	}

}
