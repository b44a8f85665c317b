package io.cognitex.embedded.internal.operation;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.Group;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ListUsersInGroup implements Operation {

	private final UserPools pools;

	private final Pages pages;

	ListUsersInGroup(Services services) {
		this.pools = services.pools();
		this.pages = services.pages();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), required("GroupName", Shapes.GROUP_NAME),
				optional("Limit", Shapes.LIMIT), optional("NextToken", Shapes.NEXT_TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		Group group = pool.groups().require(request.required("GroupName"));
		List<User> users = pool.users().all().stream().filter((user) -> user.groups().contains(group.name())).toList();
		Page<User> page = this.pages.cut(name() + "/" + pool.id() + "/" + group.name(), users, User::sortKey,
				request.integer("Limit", 0), request.optional("NextToken"));
		return PageAnswer.of(page, "Users", (user) -> Answers.user(user, (name) -> true), "NextToken");
	}

}
