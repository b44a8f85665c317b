package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

final class DeleteGroup implements Operation {

	private final UserPools pools;

	DeleteGroup(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return GroupShape.name();
	}

	@Override
	public JsonNode perform(Request request) {
		this.pools.require(request.required("UserPoolId")).removeGroup(request.required("GroupName"));
		return Answers.noBody();
	}

}
