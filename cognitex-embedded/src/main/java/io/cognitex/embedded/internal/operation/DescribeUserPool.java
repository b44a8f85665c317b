package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.UserPoolWriter;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class DescribeUserPool implements Operation {

	private final UserPools pools;

	DescribeUserPool(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID));
	}

	@Override
	public ObjectNode perform(Request request) {
		ObjectNode answer = Answers.empty();
		answer.set("UserPool", UserPoolWriter.write(this.pools.require(request.required("UserPoolId"))));
		return answer;
	}

}
