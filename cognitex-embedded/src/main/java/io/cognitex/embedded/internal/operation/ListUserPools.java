package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ListUserPools implements Operation {

	private final UserPools pools;

	private final Pages pages;

	ListUserPools(Services services) {
		this.pools = services.pools();
		this.pages = services.pages();
	}

	@Override
	public StructureType input() {
		return StructureType.of(optional("NextToken", Shapes.NEXT_TOKEN),
				required("MaxResults", new IntegerType(1, 60)));
	}

	@Override
	public ObjectNode perform(Request request) {
		Page<UserPool> page = this.pages.cut(name(), this.pools.all(), UserPool::id, request.integer("MaxResults", 0),
				request.optional("NextToken"));
		return PageAnswer.of(page, "UserPools", ListUserPools::describe, "NextToken");
	}

	private static ObjectNode describe(UserPool pool) {
		ObjectNode description = Answers.empty().put("Id", pool.id()).put("Name", pool.settings().name());
		description.putObject("LambdaConfig");
		return description.put("LastModifiedDate", Timestamps.seconds(pool.modifiedAt()))
			.put("CreationDate", Timestamps.seconds(pool.createdAt()));
	}

}
