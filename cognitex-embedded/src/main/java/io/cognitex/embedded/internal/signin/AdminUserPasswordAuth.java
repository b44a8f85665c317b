package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;

/**
 * {@code ADMIN_USER_PASSWORD_AUTH}, once called {@code ADMIN_NO_SRP_AUTH}: a trusted
 * server sends the user's password.
 */
final class AdminUserPasswordAuth implements Flow {

	private final PasswordProof proof;

	AdminUserPasswordAuth(PasswordProof proof) {
		this.proof = proof;
	}

	@Override
	public Set<String> names() {
		return Set.of("ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH");
	}

	@Override
	public boolean isOfferedTo(boolean admin) {
		return admin;
	}

	@Override
	public String clientSwitch() {
		return "ALLOW_ADMIN_USER_PASSWORD_AUTH";
	}

	@Override
	public Refusal notEnabled() {
		return Refusals.flowNotEnabled("Auth flow not enabled for this client");
	}

	@Override
	public AuthStep begin(AuthRequest request) {
		return this.proof.check(request, "ADMIN_USER_PASSWORD_AUTH");
	}

}
