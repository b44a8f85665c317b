package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Forgets a user's authenticator app; also if there is none, which is a guess.
 */
final class AdminDeleteSoftwareToken implements Operation {

	private final UserPools pools;

	AdminDeleteSoftwareToken(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		call.pool().users().change(call.user().sub(), (draft) -> draft.mfa(draft.mfa().withoutSoftwareToken()));
		return Answers.empty();
	}

}
