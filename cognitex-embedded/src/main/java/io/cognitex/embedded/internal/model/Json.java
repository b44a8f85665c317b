package io.cognitex.embedded.internal.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON, read strictly: no member twice, nothing after the end. The mapper takes longer to
 * make than all the rest of a server, so it is made when a first request comes; constants
 * that hold it elsewhere would make it at the start.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private Json() {
	}

	/**
	 * An empty object.
	 * @return the object
	 */
	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/**
	 * An empty array.
	 * @return the array
	 */
	public static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	/**
	 * Reads JSON.
	 * @param json the JSON, in UTF-8
	 * @return what it says
	 * @throws tools.jackson.core.JacksonException if it is not JSON
	 */
	public static JsonNode read(byte[] json) {
		return MAPPER.readTree(json);
	}

	/**
	 * Turns a value into a node.
	 * @param value a boolean, number or string, a map or list of such, or {@code null}
	 * @return the node
	 */
	public static JsonNode tree(@Nullable Object value) {
		return MAPPER.valueToTree(value);
	}

	/**
	 * Writes JSON.
	 * @param value nodes, or maps and lists of strings
	 * @return the JSON in UTF-8
	 */
	public static byte[] bytes(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	/**
	 * Writes JSON into a string.
	 * @param value nodes, or maps and lists of strings
	 * @return the JSON
	 */
	public static String text(Object value) {
		return MAPPER.writeValueAsString(value);
	}

}
