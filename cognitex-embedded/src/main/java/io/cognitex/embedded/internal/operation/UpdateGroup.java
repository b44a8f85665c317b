package io.cognitex.embedded.internal.operation;

import java.time.Clock;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.Group;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Changes what is said of a group; what is not said stays.
 */
final class UpdateGroup implements Operation {

	private final UserPools pools;

	private final Clock clock;

	UpdateGroup(Services services) {
		this.pools = services.pools();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return GroupShape.details();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		Group changed = pool.groups()
			.change(request.required("GroupName"), (group) -> new Group(group.name(),
					request.has("Description") ? request.required("Description") : group.description(),
					request.has("RoleArn") ? request.required("RoleArn") : group.roleArn(),
					request.has("Precedence") ? Integer.valueOf(request.integer("Precedence", 0)) : group.precedence(),
					group.createdAt(), this.clock.instant()));
		return GroupShape.answer(pool, changed);
	}

}
