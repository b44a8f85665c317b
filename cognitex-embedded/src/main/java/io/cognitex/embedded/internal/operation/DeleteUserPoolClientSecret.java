package io.cognitex.embedded.internal.operation;

import java.time.Clock;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class DeleteUserPoolClientSecret implements Operation {

	private final UserPools pools;

	private final Clock clock;

	DeleteUserPoolClientSecret(Services services) {
		this.pools = services.pools();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), required("ClientId", Shapes.CLIENT_ID),
				required("ClientSecretId", StringType.of(1, 128)));
	}

	@Override
	public ObjectNode perform(Request request) {
		this.pools.require(request.required("UserPoolId"))
			.changeClient(request.required("ClientId"),
					(newest) -> newest.withoutSecret(request.required("ClientSecretId"), this.clock.instant()));
		return Answers.empty();
	}

}
