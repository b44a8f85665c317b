package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.Group;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class AdminRemoveUserFromGroup implements Operation {

	private final UserPools pools;

	AdminRemoveUserFromGroup(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(required("GroupName", Shapes.GROUP_NAME));
	}

	@Override
	public JsonNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		Group group = call.pool().groups().require(request.required("GroupName"));
		call.pool().users().change(call.user().sub(), (draft) -> draft.groups().remove(group.name()));
		return Answers.noBody();
	}

}
