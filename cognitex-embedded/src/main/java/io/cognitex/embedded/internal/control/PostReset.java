package io.cognitex.embedded.internal.control;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Json;

/**
 * Puts the server back to how it was when it began.
 */
final class PostReset implements ControlAction {

	private final Runnable reset;

	PostReset(Runnable reset) {
		this.reset = reset;
	}

	@Override
	public String method() {
		return "POST";
	}

	@Override
	public String path() {
		return "reset";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		request.noBody();
		this.reset.run();
		return Json.object();
	}

}
