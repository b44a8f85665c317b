package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.MfaConfiguration;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class GetUserPoolMfaConfig implements Operation {

	private final UserPools pools;

	GetUserPoolMfaConfig(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID));
	}

	@Override
	public ObjectNode perform(Request request) {
		return MfaConfiguration.describe(this.pools.require(request.required("UserPoolId")).settings());
	}

}
