package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Keeps a user from signing in, and revokes all tokens that the user has.
 */
final class AdminDisableUser implements Operation {

	private final UserPools pools;

	AdminDisableUser(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		call.pool().users().change(call.user().sub(), (draft) -> {
			draft.enabled(false);
			draft.signOut();
		});
		return Answers.empty();
	}

}
