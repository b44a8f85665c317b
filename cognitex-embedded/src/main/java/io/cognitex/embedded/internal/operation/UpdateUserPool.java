package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.UserPoolReader;
import io.cognitex.embedded.internal.configuration.UserPoolShape;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Gives a pool new settings: what is not said goes back to the default.
 */
@Partly("`LambdaConfig`, links instead of codes and the newer issuer are refused")
final class UpdateUserPool implements Operation {

	private final UserPools pools;

	UpdateUserPool(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return UserPoolShape.update();
	}

	@Override
	public ObjectNode perform(Request request) {
		this.pools.require(request.required("UserPoolId"))
			.change((settings) -> UserPoolReader.update(request, settings));
		return Answers.empty();
	}

}
