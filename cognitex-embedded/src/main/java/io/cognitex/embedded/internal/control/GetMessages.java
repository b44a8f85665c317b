package io.cognitex.embedded.internal.control;

import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.message.Message;
import io.cognitex.embedded.internal.message.Outbox;
import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * The messages, newest first, of one pool and to one user if these are named.
 */
final class GetMessages implements ControlAction {

	private final UserPools pools;

	private final Outbox outbox;

	GetMessages(UserPools pools, Outbox outbox) {
		this.pools = pools;
		this.outbox = outbox;
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "messages";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		Map<String, String> parameters = request.parameters("userPoolId", "username");
		String userPoolId = parameters.get("userPoolId");
		if (userPoolId != null && this.pools.find(userPoolId).isEmpty()) {
			throw new BadRequest("There is no user pool " + userPoolId);
		}
		Predicate<Message> recipient = recipient(parameters.get("username"));
		ArrayNode messages = Json.array();
		this.outbox.messages()
			.stream()
			.filter((message) -> userPoolId == null || message.userPoolId().equals(userPoolId))
			.filter(recipient)
			.map(GetMessages::json)
			.forEach(messages::add);
		return messages;
	}

	private Predicate<Message> recipient(@Nullable String name) {
		return (name != null) ? (message) -> message.isTo(name, this.pools) : (message) -> true;
	}

	private static ObjectNode json(Message message) {
		return Json.object()
			.put("userPoolId", message.userPoolId())
			.put("username", message.recipient().username())
			.put("purpose", message.purpose().name())
			.put("medium", message.medium())
			.put("destination", message.destination())
			.put("code", message.code())
			.put("sentAt", message.sentAt().toString());
	}

}
