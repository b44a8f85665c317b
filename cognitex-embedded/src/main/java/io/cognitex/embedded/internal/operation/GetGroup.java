package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

final class GetGroup implements Operation {

	private final UserPools pools;

	GetGroup(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return GroupShape.name();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		return GroupShape.answer(pool, pool.groups().require(request.required("GroupName")));
	}

}
