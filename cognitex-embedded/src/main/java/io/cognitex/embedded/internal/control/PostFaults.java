package io.cognitex.embedded.internal.control;

import java.time.Duration;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.fault.Fault;
import io.cognitex.embedded.internal.fault.Faults;
import io.cognitex.embedded.internal.model.Json;

/**
 * Lets something go wrong.
 */
final class PostFaults implements ControlAction {

	private final Faults faults;

	PostFaults(Faults faults) {
		this.faults = faults;
	}

	@Override
	public String method() {
		return "POST";
	}

	@Override
	public String path() {
		return "faults";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		JsonNode body = request.body("fault", "operation", "times", "type", "message", "milliseconds");
		try {
			this.faults.add(fault(body));
		}
		catch (IllegalArgumentException ex) {
			throw new BadRequest(String.valueOf(ex.getMessage()));
		}
		return Json.object();
	}

	private static Fault fault(JsonNode body) {
		Fault fault = kind(body);
		if (body.has("operation")) {
			fault = fault.on(string(body, "operation"));
		}
		if (body.has("times")) {
			fault = fault.times(integer(body, "times"));
		}
		return fault;
	}

	private static Fault kind(JsonNode body) {
		String kind = string(body, "fault");
		if (!"exception".equals(kind) && (body.has("type") || body.has("message"))) {
			throw new BadRequest("Only the fault 'exception' has 'type' and 'message'");
		}
		if (!"latency".equals(kind) && body.has("milliseconds")) {
			throw new BadRequest("Only the fault 'latency' has 'milliseconds'");
		}
		return switch (kind) {
			case "exception" -> Fault.exception(string(body, "type"), string(body, "message"));
			case "throttling" -> Fault.throttling();
			case "internalError" -> Fault.internalError();
			case "latency" -> Fault.latency(Duration.ofMillis(integer(body, "milliseconds")));
			case "droppedConnection" -> Fault.droppedConnection();
			case "truncatedBody" -> Fault.truncatedBody();
			default -> throw new BadRequest("'fault' must be one of exception, throttling, internalError, latency, "
					+ "droppedConnection and truncatedBody");
		};
	}

	private static String string(JsonNode body, String member) {
		if (!body.path(member).isString()) {
			throw new BadRequest("'" + member + "' must be a string");
		}
		return body.get(member).stringValue();
	}

	private static int integer(JsonNode body, String member) {
		JsonNode value = body.path(member);
		if (!value.isIntegralNumber() || !value.canConvertToInt()) {
			throw new BadRequest("'" + member + "' must be a whole number");
		}
		return value.intValue();
	}

}
