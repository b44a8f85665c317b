package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.trigger.PostConfirmationTrigger;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Confirms a sign-up without a code; e-mail address and phone number stay unverified.
 */
final class AdminConfirmSignUp implements Operation {

	private final UserPools pools;

	AdminConfirmSignUp(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		User confirmed = call.pool().users().change(call.user().sub(), (draft) -> {
			if (draft.status() != UserStatus.UNCONFIRMED) {
				throw Refusals.cannotConfirm(draft.status().name());
			}
			draft.status(UserStatus.CONFIRMED);
		});
		PostConfirmationTrigger.confirmSignUp(call.pool(), null, confirmed, request.map("ClientMetadata"));
		return Answers.empty();
	}

}
