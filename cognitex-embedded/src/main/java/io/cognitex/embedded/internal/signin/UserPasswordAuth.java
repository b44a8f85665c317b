package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;

/**
 * {@code USER_PASSWORD_AUTH}: the client sends the password.
 */
final class UserPasswordAuth implements Flow {

	private final PasswordProof proof;

	UserPasswordAuth(PasswordProof proof) {
		this.proof = proof;
	}

	@Override
	public Set<String> names() {
		return Set.of("USER_PASSWORD_AUTH");
	}

	@Override
	public boolean isOfferedTo(boolean admin) {
		return !admin;
	}

	@Override
	public String clientSwitch() {
		return "ALLOW_USER_PASSWORD_AUTH";
	}

	@Override
	public Refusal notEnabled() {
		return Refusals.flowNotEnabled("USER_PASSWORD_AUTH flow not enabled for this client");
	}

	@Override
	public AuthStep begin(AuthRequest request) {
		return this.proof.check(request, "USER_PASSWORD_AUTH");
	}

}
