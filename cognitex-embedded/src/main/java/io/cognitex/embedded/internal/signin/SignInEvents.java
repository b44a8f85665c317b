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

	static @Nullable AuthEvent passed(SignInProgress progress) {
		return add(progress.request(), progress.user(), true, progress.proofs());
	}

	/**
	 * The sign-in ends although no proof was wrong.
	 */
	static @Nullable AuthEvent refused(AuthRequest request, User user) {
		return add(request, user, false, Set.of());
	}

	/**
	 * A proof was wrong.
	 * @param request the step
	 * @param user whose it should have been; {@code null} for nobody
	 * @param proof the kind of proof
	 */
	static void failed(AuthRequest request, @Nullable User user, Proof proof) {
		if (user != null) {
			add(request, user, false, Set.of(proof));
		}
	}

	private static @Nullable AuthEvent add(AuthRequest request, User user, boolean passed, Set<Proof> proofs) {
		Set<AuthEvent.Challenge> challenges = EnumSet.noneOf(AuthEvent.Challenge.class);
		if (proofs.contains(Proof.PASSWORD)) {
			challenges.add(AuthEvent.Challenge.PASSWORD);
		}
		if (proofs.contains(Proof.SECOND_FACTOR)) {
			challenges.add(AuthEvent.Challenge.MFA);
		}
		return request.pool().recordAuthEvent(user, AuthEventType.SIGN_IN, passed, challenges);
	}

}
