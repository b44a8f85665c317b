package io.cognitex.embedded.internal.operation;

import java.time.Clock;
import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.Group;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

final class CreateGroup implements Operation {

	private final UserPools pools;

	private final Clock clock;

	CreateGroup(Services services) {
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
		Instant now = this.clock.instant();
		Group group = new Group(request.required("GroupName"), request.optional("Description"),
				request.optional("RoleArn"), request.has("Precedence") ? request.integer("Precedence", 0) : null, now,
				now);
		pool.groups().add(group);
		return GroupShape.answer(pool, group);
	}

}
