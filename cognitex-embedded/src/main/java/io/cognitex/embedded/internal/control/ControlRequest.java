package io.cognitex.embedded.internal.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.http.HttpCall;
import io.cognitex.embedded.internal.model.Json;

/**
 * What is sent to the control API: parameters in the query, or a JSON object.
 */
final class ControlRequest {

	private final HttpCall call;

	ControlRequest(HttpCall call) {
		this.call = call;
	}

	/**
	 * The parameters of the query.
	 * @param known the names that may occur
	 * @return values by name
	 */
	Map<String, String> parameters(String... known) {
		Map<String, String> parameters = new HashMap<>();
		String query = this.call.query();
		if (query == null || query.isEmpty()) {
			return parameters;
		}
		for (String pair : query.split("&")) {
			String[] parts = pair.split("=", 2);
			String name = decode(parts[0]);
			String value = (parts.length == 2) ? decode(parts[1]) : "";
			check(name, Set.of(known));
			if (value.isEmpty() || parameters.put(name, value) != null) {
				throw new BadRequest("Parameter '" + name + "' must have one value");
			}
		}
		return parameters;
	}

	/**
	 * The JSON object in the body.
	 * @param known the members that may occur
	 * @return the object
	 */
	JsonNode body(String... known) {
		JsonNode body = read(this.call.body());
		if (!body.isObject()) {
			throw new BadRequest("The body must be a JSON object");
		}
		body.propertyNames().forEach((name) -> check(name, Set.of(known)));
		return body;
	}

	/**
	 * Makes sure that there is no body, or one that says nothing.
	 */
	void noBody() {
		byte[] body = this.call.body();
		if (body == null || body.length > 0) {
			body();
		}
	}

	private static JsonNode read(byte @Nullable [] body) {
		if (body == null) {
			throw new BadRequest("The body is too large");
		}
		try {
			return Json.read(body);
		}
		catch (JacksonException ex) {
			throw new BadRequest("The body must be a JSON object");
		}
	}

	private static void check(String name, Set<String> known) {
		if (!known.contains(name)) {
			throw new BadRequest("'" + name + "' is not known here; known are: " + String.join(", ", known));
		}
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
