package io.cognitex.embedded.internal.control;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Json;

/**
 * Says that the server serves.
 */
final class GetHealth implements ControlAction {

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "health";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		request.parameters();
		return Json.object().put("status", "UP");
	}

}
