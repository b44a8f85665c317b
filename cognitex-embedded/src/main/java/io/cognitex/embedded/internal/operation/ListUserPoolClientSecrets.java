package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ListUserPoolClientSecrets implements Operation {

	private final UserPools pools;

	ListUserPoolClientSecrets(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), required("ClientId", Shapes.CLIENT_ID),
				optional("NextToken", Shapes.NEXT_TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.ofPool(this.pools, request);
		if (request.has("NextToken")) {
			// There are never more than two secrets, so no token was ever given.
			throw Refusals.paginationToken();
		}
		ObjectNode answer = Answers.empty();
		ArrayNode secrets = answer.putArray("ClientSecrets");
		call.client().secrets().forEach((secret) -> secrets.add(ClientSecretAnswer.of(secret)));
		return answer;
	}

}
