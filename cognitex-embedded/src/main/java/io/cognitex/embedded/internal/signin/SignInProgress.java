package io.cognitex.embedded.internal.signin;

import java.util.EnumSet;
import java.util.Set;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;

/**
 * A sign-in of a user who has proven something.
 *
 * @param request the step that is being taken
 * @param user the user as of now
 * @param flow the value of {@code AuthFlow} that began it
 * @param proofs what the user has proven so far
 */
record SignInProgress(AuthRequest request, User user, String flow, Set<Proof> proofs) {

	SignInProgress {
		proofs = Set.copyOf(proofs);
	}

	/**
	 * The progress after one more proof.
	 */
	SignInProgress with(Proof proof) {
		Set<Proof> more = EnumSet.of(proof);
		more.addAll(this.proofs);
		return new SignInProgress(this.request, this.user, this.flow, more);
	}

	/**
	 * The progress after the user has changed.
	 */
	SignInProgress with(User changed) {
		return new SignInProgress(this.request, changed, this.flow, this.proofs);
	}

	boolean has(Proof proof) {
		return this.proofs.contains(proof);
	}

}
