package io.cognitex.embedded.internal.signin;

import java.util.Set;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.error.Refusals;

/**
 * {@code USER_SRP_AUTH}: the client proves the password without sending it.
 */
final class UserSrpAuth implements Flow {

	private final SrpProof proof;

	UserSrpAuth(SrpProof proof) {
		this.proof = proof;
	}

	@Override
	public Set<String> names() {
		return Set.of("USER_SRP_AUTH");
	}

	@Override
	public boolean isOfferedTo(boolean admin) {
		return true;
	}

	@Override
	public String clientSwitch() {
		return "ALLOW_USER_SRP_AUTH";
	}

	@Override
	public Refusal notEnabled() {
		return Refusals.flowNotEnabled("USER_SRP_AUTH is not enabled for the client.");
	}

	@Override
	public AuthStep begin(AuthRequest request) {
		request.allowOnly(Set.of("SRP_A"));
		request.required("USERNAME");
		String clientPublic = request.required("SRP_A");
		return this.proof.ask(Claim.of(request, "USER_SRP_AUTH"), clientPublic);
	}

}
