package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

final class AdminDeleteUser implements Operation {

	private final UserPools pools;

	AdminDeleteUser(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with();
	}

	@Override
	public JsonNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		call.pool().removeUser(call.user());
		return Answers.noBody();
	}

}
