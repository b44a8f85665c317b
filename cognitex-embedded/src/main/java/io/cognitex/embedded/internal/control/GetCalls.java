package io.cognitex.embedded.internal.control;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import io.cognitex.embedded.internal.call.Call;
import io.cognitex.embedded.internal.call.Calls;
import io.cognitex.embedded.internal.model.Json;

/**
 * The record of calls, oldest first.
 */
final class GetCalls implements ControlAction {

	private final Calls calls;

	GetCalls(Calls calls) {
		this.calls = calls;
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "calls";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		request.parameters();
		ArrayNode calls = Json.array();
		for (Call call : this.calls.all()) {
			calls.addObject()
				.put("operation", call.operation())
				.put("clientId", call.clientId())
				.put("username", call.username())
				.put("error", call.error())
				.put("at", call.at().toString());
		}
		return calls;
	}

}
