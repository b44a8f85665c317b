package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.UserPoolClientWriter;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class DescribeUserPoolClient implements Operation {

	private final UserPools pools;

	DescribeUserPoolClient(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), required("ClientId", Shapes.CLIENT_ID));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.ofPool(this.pools, request);
		ObjectNode answer = Answers.empty();
		answer.set("UserPoolClient", UserPoolClientWriter.write(call.pool(), call.client()));
		return answer;
	}

}
