package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.AuthEvent;
import io.cognitex.embedded.internal.pool.EventFeedback;
import io.cognitex.embedded.internal.pool.Risk;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Lists what a user did, the newest first, in pools with {@code AdvancedSecurityMode}
 * AUDIT or ENFORCED. Recorded are a sign-up, a sent code for a forgotten password, a code
 * that was sent again, a change of password that passed or for which the previous one or
 * the code was wrong, and a sign-in that led to tokens, to a wrong proof or to a refusal
 * for the state of the account. Sign-ins are as risky as the tester says. Nobody looks
 * where a request is from ({@code EventContextData} is left out).
 */
@Partly("sign-ins are as risky as the test says; no `InProgress` and no `EventContextData` is told")
final class AdminListUserAuthEvents implements Operation {

	private final UserPools pools;

	private final Pages pages;

	AdminListUserAuthEvents(Services services) {
		this.pools = services.pools();
		this.pages = services.pages();
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(optional("MaxResults", Shapes.LIMIT), optional("NextToken", Shapes.NEXT_TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.withAuthEvents(this.pools, request);
		Page<AuthEvent> page = this.pages.cut(name() + "/" + call.pool().id() + "/" + call.user().sub(),
				call.pool().authEvents(call.user()), AuthEvent::sortKey, request.integer("MaxResults", 0),
				request.optional("NextToken"));
		return PageAnswer.of(page, "AuthEvents", AdminListUserAuthEvents::describe, "NextToken");
	}

	private static ObjectNode describe(AuthEvent event) {
		ObjectNode answer = Answers.empty()
			.put("EventId", event.id())
			.put("EventType", event.type().wireName())
			.put("CreationDate", Timestamps.seconds(event.createdAt()))
			.put("EventResponse", event.passed() ? "Pass" : "Fail");
		ObjectNode risk = answer.putObject("EventRisk")
			.put("RiskDecision", event.risk().wireName())
			.put("CompromisedCredentialsDetected", false);
		if (event.risk() != Risk.NO_RISK) {
			risk.put("RiskLevel", "High");
		}
		EventFeedback feedback = event.feedback();
		if (feedback != null) {
			answer.putObject("EventFeedback")
				.put("FeedbackValue", feedback.value())
				.put("Provider", feedback.provider())
				.put("FeedbackDate", Timestamps.seconds(feedback.givenAt()));
		}
		if (!event.challenges().isEmpty()) {
			ArrayNode challenges = answer.putArray("ChallengeResponses");
			event.challenges()
				.forEach((challenge) -> challenges.addObject()
					.put("ChallengeName", challenge.wireName())
					.put("ChallengeResponse", event.passed() ? "Success" : "Failure"));
		}
		return answer;
	}

}
