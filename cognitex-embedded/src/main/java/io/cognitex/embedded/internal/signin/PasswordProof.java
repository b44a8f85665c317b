package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.session.Proof;
import io.cognitex.embedded.internal.trigger.UserMigrationTrigger;

/**
 * Checks a password that was sent.
 */
final class PasswordProof {

	private final Lockouts lockouts;

	private final SignInChain chain;

	private final UserMigrationTrigger migration;

	PasswordProof(Lockouts lockouts, UserMigrationTrigger migration, SignInChain chain) {
		this.lockouts = lockouts;
		this.migration = migration;
		this.chain = chain;
	}

	/**
	 * Checks the password of a flow that has only this one step.
	 */
	AuthStep check(AuthRequest request, String flow) {
		request.allowOnly(Set.of("PASSWORD"));
		String username = request.required("USERNAME");
		String password = request.required("PASSWORD");
		request.checkSecretHash(username);
		if (request.pool().users().find(username).isEmpty()) {
			this.migration.authenticate(request.pool(), request.client().id(), username, password,
					request.validationData());
		}
		return check(Claim.of(request, flow), password);
	}

	/**
	 * Checks the password of somebody.
	 */
	AuthStep check(Claim claim, String password) {
		User user = claim.user();
		this.lockouts.check(claim.account());
		if (user == null || user.password() == null || !user.password().matches(password)) {
			this.lockouts.failed(claim.account());
			SignInEvents.failed(claim.request(), user, Proof.PASSWORD);
			throw Refusals.incorrectUsernameOrPassword();
		}
		this.lockouts.succeeded(claim.account());
		return this.chain.proceed(claim.proven(user, Proof.PASSWORD));
	}

}
