package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.signin.FirstFactors;

final class AdminGetUserAuthFactors implements Operation {

	private final UserPools pools;

	private final FirstFactors factors;

	AdminGetUserAuthFactors(Services services) {
		this.pools = services.pools();
		this.factors = services.signIn().firstFactors();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		return Answers.authFactors(call.user(), this.factors.available(call.pool().settings(), call.user()));
	}

}
