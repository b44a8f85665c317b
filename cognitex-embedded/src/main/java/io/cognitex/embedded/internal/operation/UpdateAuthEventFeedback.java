package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Would take what a user says about an event. The token that allows it stands in a mail
 * that threat protection sends about a risk. As no risk is ever found here, no such mail
 * is sent and every token is refused: only refusals can be tested with this.
 */
@Partly("always refuses: no mail with a `FeedbackToken` is ever sent, so every token is unknown")
final class UpdateAuthEventFeedback implements Operation {

	private final UserPools pools;

	UpdateAuthEventFeedback(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(required("EventId", StringType.of(1, 50, "[\\w+-]+")),
				required("FeedbackToken", Shapes.TOKEN),
				required("FeedbackValue", StringType.oneOf("Valid", "Invalid")));
	}

	@Override
	public JsonNode perform(Request request) {
		UserCall call = UserCall.withAuthEvents(this.pools, request);
		String eventId = request.required("EventId");
		if (call.pool().authEvents(call.user()).stream().noneMatch((event) -> event.id().equals(eventId))) {
			throw Refusals.authEventNotFound();
		}
		throw Refusals.feedbackTokenInvalid();
	}

}
