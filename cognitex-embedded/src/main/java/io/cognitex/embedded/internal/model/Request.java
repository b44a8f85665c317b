package io.cognitex.embedded.internal.model;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that the model has found valid, read by member name.
 */
public final class Request {

	private final JsonNode json;

	Request(JsonNode json) {
		this.json = json;
	}

	/**
	 * A member that the model requires.
	 * @param member the name
	 * @return the value
	 */
	public String required(String member) {
		return this.json.get(member).stringValue();
	}

	/**
	 * A member that may be missing.
	 * @param member the name
	 * @return the value, or {@code null}
	 */
	public @Nullable String optional(String member) {
		return has(member) ? required(member) : null;
	}

	/**
	 * Whether a switch is on; missing means off.
	 * @param member the name
	 * @return whether it is on
	 */
	public boolean flag(String member) {
		return has(member) && this.json.get(member).booleanValue();
	}

	/**
	 * Whether a member is there.
	 * @param member the name
	 * @return whether it is there
	 */
	public boolean has(String member) {
		return this.json.hasNonNull(member);
	}

	/**
	 * A map from strings to strings; missing means empty.
	 * @param member the name
	 * @return the map
	 */
	public Map<String, String> map(String member) {
		Map<String, String> map = new LinkedHashMap<>();
		if (has(member)) {
			this.json.get(member)
				.properties()
				.forEach((entry) -> map.put(entry.getKey(), entry.getValue().stringValue()));
		}
		return map;
	}

	/**
	 * A list of name and value pairs; missing means empty. The last of several values for
	 * one name counts.
	 * @param member the name
	 * @return the attributes in the order of the request
	 */
	public Map<String, @Nullable String> attributes(String member) {
		Map<String, @Nullable String> attributes = new LinkedHashMap<>();
		if (has(member)) {
			for (JsonNode attribute : this.json.get(member)) {
				attributes.put(attribute.get("Name").stringValue(),
						attribute.hasNonNull("Value") ? attribute.get("Value").stringValue() : null);
			}
		}
		return attributes;
	}

}
