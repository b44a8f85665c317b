package io.cognitex.embedded.internal.operation;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.Group;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;

final class AdminListGroupsForUser implements Operation {

	private final UserPools pools;

	private final Pages pages;

	AdminListGroupsForUser(Services services) {
		this.pools = services.pools();
		this.pages = services.pages();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(optional("Limit", Shapes.LIMIT), optional("NextToken", Shapes.NEXT_TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		List<Group> groups = call.user()
			.groups()
			.stream()
			.map((name) -> call.pool().groups().find(name))
			.flatMap(Optional::stream)
			.toList();
		Page<Group> page = this.pages.cut(name() + "/" + call.pool().id() + "/" + call.user().sub(), groups,
				Group::name, request.integer("Limit", 0), request.optional("NextToken"));
		return PageAnswer.of(page, "Groups", (group) -> GroupShape.describe(call.pool(), group), "NextToken");
	}

}
