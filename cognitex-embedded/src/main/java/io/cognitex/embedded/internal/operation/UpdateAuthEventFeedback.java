package io.cognitex.embedded.internal.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AuthEvent;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Takes what a user says about an event, with the token from the mail about it. It
 * changes no later decision.
 */
final class UpdateAuthEventFeedback implements Operation {

	private final UserPools pools;

	UpdateAuthEventFeedback(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return FeedbackShape.with(required("FeedbackToken", Shapes.TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.withAuthEvents(this.pools, request);
		AuthEvent event = FeedbackShape.event(call, request);
		byte[] token = event.feedbackToken().getBytes(StandardCharsets.UTF_8);
		if (!MessageDigest.isEqual(token, request.required("FeedbackToken").getBytes(StandardCharsets.UTF_8))) {
			throw Refusals.feedbackTokenInvalid();
		}
		call.pool().giveFeedback(call.user(), event, request.required("FeedbackValue"), "User");
		return Answers.empty();
	}

}
