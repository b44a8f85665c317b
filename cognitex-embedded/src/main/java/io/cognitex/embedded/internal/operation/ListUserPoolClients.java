package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ListUserPoolClients implements Operation {

	private final UserPools pools;

	private final Pages pages;

	ListUserPoolClients(Services services) {
		this.pools = services.pools();
		this.pages = services.pages();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID),
				optional("MaxResults", new IntegerType(1, 60)), optional("NextToken", Shapes.NEXT_TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		Page<AppClient> page = this.pages.cut(name() + "/" + pool.id(), pool.clients(), AppClient::id,
				request.integer("MaxResults", 0), request.optional("NextToken"));
		return PageAnswer.of(page, "UserPoolClients",
				(client) -> Answers.empty()
					.put("ClientId", client.id())
					.put("UserPoolId", pool.id())
					.put("ClientName", client.name()),
				"NextToken");
	}

}
