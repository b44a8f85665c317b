package io.cognitex.embedded.internal.signin;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.AuthEvent;
import io.cognitex.embedded.internal.pool.AuthEventType;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;

/**
 * Tells the pool how sign-ins end: with tokens, at a proof that is wrong, or at the state
 * of the account. A user who comes back with another proof in the same session makes
 * another event.
 */
final class SignInEvents {

	private SignInEvents() {
	}

	/**
	 * The sign-in leads to tokens.
	 * @param progress the sign-in
	 * @param eventId its identifier, which the tokens have as well
	 */
	static @Nullable AuthEvent passed(SignInProgress progress, String eventId) {
		return progress.request()
			.pool()
			.recordAuthEvent(eventId, progress.user(), AuthEventType.SIGN_IN, true, challenges(progress.proofs()));
	}

	/**
	 * The sign-in ends although no proof was wrong.
	 */
	static @Nullable AuthEvent refused(AuthRequest request, User user) {
		return add(request, user, Set.of());
	}

	/**
	 * A proof was wrong.
	 * @param request the step
	 * @param user whose it should have been; {@code null} for nobody
	 * @param proof the kind of proof
	 */
	static void failed(AuthRequest request, @Nullable User user, Proof proof) {
		if (user != null) {
			add(request, user, Set.of(proof));
		}
	}

	private static @Nullable AuthEvent add(AuthRequest request, User user, Set<Proof> proofs) {
		return request.pool().recordAuthEvent(user, AuthEventType.SIGN_IN, false, challenges(proofs));
	}

	private static Set<AuthEvent.Challenge> challenges(Set<Proof> proofs) {
		Set<AuthEvent.Challenge> challenges = EnumSet.noneOf(AuthEvent.Challenge.class);
		if (proofs.contains(Proof.PASSWORD)) {
			challenges.add(AuthEvent.Challenge.PASSWORD);
		}
		if (proofs.contains(Proof.SECOND_FACTOR)) {
			challenges.add(AuthEvent.Challenge.MFA);
		}
		return challenges;
	}

}
