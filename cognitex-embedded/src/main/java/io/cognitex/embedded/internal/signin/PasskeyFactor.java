package io.cognitex.embedded.internal.signin;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.passkey.PasskeyChallenges;
import io.cognitex.embedded.internal.passkey.RelyingParty;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.Passkey;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * {@code WEB_AUTHN}: a passkey in the place of a password. Users who are asked for a
 * second factor cannot begin with one. Every answer uses the session up.
 */
final class PasskeyFactor implements FirstFactor, Challenge {

	private static final String NAME = "WEB_AUTHN";

	private final ChallengeSessions sessions;

	private final Lockouts lockouts;

	private final SignInChain chain;

	PasskeyFactor(ChallengeSessions sessions, Lockouts lockouts, SignInChain chain) {
		this.sessions = sessions;
		this.lockouts = lockouts;
		this.chain = chain;
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
		return user != null && settings.allowedFirstAuthFactors().contains(NAME) && settings.mfa().mode() != MfaMode.ON
				&& RelyingParty.of(settings).isPresent() && user.enabled() && user.status() == UserStatus.CONFIRMED
				&& !user.passkeys().isEmpty() && SecondFactors.toAsk(settings, user).isEmpty();
	}

	@Override
	public AuthStep begin(Claim claim) {
		User user = claim.user();
		if (user == null) {
			throw Refusals.challengeNotAvailable();
		}
		byte[] challenge = PasskeyChallenges.random();
		String options = Json.text(relyingParty(claim.request()).requestOptions(user, challenge));
		return new AuthStep.Challenged(NAME, this.sessions.open(claim, NAME, new Asked(challenge)),
				Map.of("CREDENTIAL_REQUEST_OPTIONS", options));
	}

	@Override
	public AuthStep answer(AuthRequest request) {
		request.allowOnly(Set.of("CREDENTIAL"));
		request.required("USERNAME");
		String credential = request.required("CREDENTIAL");
		ChallengeSessions.Resumed resumed = this.sessions.resume(request, NAME);
		Claim claim = resumed.claim();
		this.lockouts.check(claim.account());
		this.sessions.use(request);
		User user = claim.user();
		Passkey used = (user != null)
				? relyingParty(request).proven(user, credential, resumed.session().detail(Asked.class).challenge())
					.orElse(null)
				: null;
		if (user == null || used == null) {
			this.lockouts.failed(claim.account());
			SignInEvents.failed(request, user, Proof.PASSKEY);
			// Guess: the type is documented, the text not
			throw Refusals.incorrectUsernameOrPassword();
		}
		this.lockouts.succeeded(claim.account());
		User after = request.pool()
			.users()
			.change(user.sub(), (draft) -> draft.passkeys().computeIfPresent(used.id(), (id, before) -> used));
		return this.chain.proceed(claim.proven(after, Proof.PASSKEY));
	}

	private static RelyingParty relyingParty(AuthRequest request) {
		return RelyingParty.of(request.pool().settings()).orElseThrow(Refusals::passkeyConfigurationMissing);
	}

	/**
	 * What was asked.
	 *
	 * @param challenge the challenge
	 */
	private record Asked(byte[] challenge) implements SessionDetail {

		@Override
		public String toString() {
			return "Asked[]";
		}

	}

}
