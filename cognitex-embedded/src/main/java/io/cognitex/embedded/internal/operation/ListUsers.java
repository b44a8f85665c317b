package io.cognitex.embedded.internal.operation;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class ListUsers implements Operation {

	private final UserPools pools;

	private final Pages pages;

	ListUsers(Services services) {
		this.pools = services.pools();
		this.pages = services.pages();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID),
				optional("AttributesToGet", ListType.of(Shapes.ATTRIBUTE_NAME)), optional("Limit", Shapes.LIMIT),
				optional("PaginationToken", Shapes.PAGINATION_TOKEN), optional("Filter", StringType.of(0, 256)));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		String filter = request.optional("Filter");
		Set<String> wanted = request.strings("AttributesToGet");
		if (!wanted.stream().allMatch((name) -> pool.settings().schema().find(name) != null)) {
			throw Refusals.attributesToGet();
		}
		List<User> users = pool.users().all().stream().filter(UserFilter.of(filter)).toList();
		Page<User> page = this.pages.cut(name() + "/" + pool.id() + "/" + filter, users, User::sortKey,
				request.integer("Limit", 0), request.optional("PaginationToken"));
		return PageAnswer.of(page, "Users",
				(user) -> Answers.user(user, (name) -> wanted.isEmpty() || wanted.contains(name)), "PaginationToken");
	}

}
