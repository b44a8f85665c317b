package io.cognitex.embedded.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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
	 * A map from strings to strings; missing means empty. Values that are null are left
	 * out, since clients send them to take back what they had put in.
	 * @param member the name
	 * @return the map
	 */
	public Map<String, String> map(String member) {
		Map<String, String> map = new LinkedHashMap<>();
		if (has(member)) {
			this.json.get(member)
				.properties()
				.stream()
				.filter((entry) -> !entry.getValue().isNull())
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

	/**
	 * A whole number.
	 * @param member the name
	 * @param missing the value if the member is missing
	 * @return the value
	 */
	public int integer(String member, int missing) {
		return has(member) ? this.json.get(member).intValue() : missing;
	}

	/**
	 * A list of strings; missing means empty.
	 * @param member the name
	 * @return the strings, each once, in the order of the request
	 */
	public Set<String> strings(String member) {
		Set<String> strings = new LinkedHashSet<>();
		if (has(member)) {
			this.json.get(member).forEach((element) -> strings.add(element.stringValue()));
		}
		return strings;
	}

	/**
	 * A structure; missing means empty.
	 * @param member the name
	 * @return the structure
	 */
	public Request structure(String member) {
		return new Request(has(member) ? this.json.get(member) : JsonNodeFactory.instance.objectNode());
	}

	/**
	 * A list of structures; missing means empty.
	 * @param member the name
	 * @return the structures in the order of the request
	 */
	public List<Request> structures(String member) {
		List<Request> structures = new ArrayList<>();
		if (has(member)) {
			this.json.get(member).forEach((element) -> structures.add(new Request(element)));
		}
		return structures;
	}

	/**
	 * A member as it came.
	 * @param member the name of a member that is there
	 * @return the value
	 */
	public JsonNode json(String member) {
		return this.json.get(member);
	}

}
