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
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;

/**
 * Lists what a user did, the newest first, in pools with {@code AdvancedSecurityMode}
 * AUDIT. Recorded are a sign-up, a sent code for a forgotten password, a code that was
 * sent again, a change of password that passed or for which the previous one was wrong,
 * and a sign-in that led to tokens or to a wrong proof. Nobody judges risks
 * ({@code RiskDecision} is always NoRisk) or looks where a request is from
 * ({@code EventContextData} is left out).
 */
@Partly("needs `AdvancedSecurityMode` AUDIT; no risk is ever found, and no `InProgress`, `EventContextData` or "
		+ "`EventFeedback` is told")
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
		answer.putObject("EventRisk").put("RiskDecision", "NoRisk").put("CompromisedCredentialsDetected", false);
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
