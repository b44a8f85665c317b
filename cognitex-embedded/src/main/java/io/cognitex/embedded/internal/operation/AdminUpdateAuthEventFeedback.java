package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AuthEvent;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Takes what an administrator says about an event. It changes no later decision.
 */
final class AdminUpdateAuthEventFeedback implements Operation {

	private final UserPools pools;

	AdminUpdateAuthEventFeedback(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return FeedbackShape.with();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.withAuthEvents(this.pools, request);
		AuthEvent event = FeedbackShape.event(call, request);
		call.pool().giveFeedback(call.user(), event, request.required("FeedbackValue"), "Admin");
		return Answers.empty();
	}

}
