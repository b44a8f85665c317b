package io.cognitex.embedded.internal.control;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.fault.Faults;
import io.cognitex.embedded.internal.model.Json;

/**
 * Lets nothing go wrong any more.
 */
final class DeleteFaults implements ControlAction {

	private final Faults faults;

	DeleteFaults(Faults faults) {
		this.faults = faults;
	}

	@Override
	public String method() {
		return "DELETE";
	}

	@Override
	public String path() {
		return "faults";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		request.noBody();
		this.faults.clear();
		return Json.object();
	}

}
