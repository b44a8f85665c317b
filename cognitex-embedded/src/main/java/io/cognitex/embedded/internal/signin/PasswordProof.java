package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.Lockouts;
import io.cognitex.embedded.internal.pool.User;

/**
 * Checks a password that was sent.
 */
public final class PasswordProof {

	private final Lockouts lockouts;

	private final ProvenUser provenUser;

	public PasswordProof(Lockouts lockouts, ProvenUser provenUser) {
		this.lockouts = lockouts;
		this.provenUser = provenUser;
	}

	AuthStep check(AuthRequest request) {
		request.allowOnly(Set.of("PASSWORD"));
		String username = request.required("USERNAME");
		String password = request.required("PASSWORD");
		request.checkSecretHash(username);
		User user = request.pool().users().find(username).orElse(null);
		if (user == null) {
			throw unknown(request, username);
		}
		String account = request.account(user.sub());
		this.lockouts.check(account);
		if (user.password() == null || !user.password().matches(password)) {
			this.lockouts.failed(account);
			throw Refusals.incorrectUsernameOrPassword();
		}
		this.lockouts.succeeded(account);
		return this.provenUser.proceed(request, user);
	}

	private Refusal unknown(AuthRequest request, String username) {
		if (!request.client().settings().preventUserExistenceErrors()) {
			return Refusals.userDoesNotExist();
		}
		String account = request.account(request.pool().settings().names().key(username));
		this.lockouts.check(account);
		this.lockouts.failed(account);
		return Refusals.incorrectUsernameOrPassword();
	}

}
