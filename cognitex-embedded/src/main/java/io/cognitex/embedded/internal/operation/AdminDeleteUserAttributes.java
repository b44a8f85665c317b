package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class AdminDeleteUserAttributes implements Operation {

	private final UserPools pools;

	AdminDeleteUserAttributes(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(required("UserAttributeNames", AttributeRemoval.NAMES));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		AttributeRemoval.apply(call.pool(), call.user(), request.strings("UserAttributeNames"));
		return Answers.empty();
	}

}
