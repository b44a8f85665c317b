package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

final class AdminSetUserMFAPreference implements Operation {

	private final UserPools pools;

	AdminSetUserMFAPreference(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(MfaPreference.MEMBERS.toArray(Member[]::new));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		MfaPreference.set(request, call.pool(), call.user());
		return Answers.empty();
	}

}
