package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class DeleteUserPool implements Operation {

	private final UserPools pools;

	DeleteUserPool(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID));
	}

	@Override
	public JsonNode perform(Request request) {
		this.pools.delete(request.required("UserPoolId"));
		return Answers.noBody();
	}

}
