package io.cognitex.embedded.internal.operation;

import java.util.stream.Stream;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AuthEvent;

import static io.cognitex.embedded.internal.model.Member.required;

/**
 * What is sent to say whether an event was the user's doing.
 */
final class FeedbackShape {

	private FeedbackShape() {
	}

	static StructureType with(Member... members) {
		return PoolUserShape.with(Stream
			.concat(Stream.of(required("EventId", StringType.of(1, 50, "[\\w+-]+")),
					required("FeedbackValue", StringType.oneOf("Valid", "Invalid"))), Stream.of(members))
			.toArray(Member[]::new));
	}

	/**
	 * The event that a request is about.
	 */
	static AuthEvent event(UserCall call, Request request) {
		String eventId = request.required("EventId");
		return call.pool()
			.authEvents(call.user())
			.stream()
			.filter((event) -> event.id().equals(eventId))
			.findFirst()
			.orElseThrow(Refusals::authEventNotFound);
	}

}
