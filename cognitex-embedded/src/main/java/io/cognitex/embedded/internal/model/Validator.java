package io.cognitex.embedded.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Type.BooleanType;
import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.MapType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;

/**
 * Holds a request against the service model before any rule of the operation is asked,
 * and collects all violations into the one message that the service sends.
 */
public final class Validator {

	private final List<String> violations = new ArrayList<>();

	private Validator() {
	}

	/**
	 * Checks a request.
	 * @param shape the operation's input
	 * @param request the body
	 * @return the request, to be read by the operation
	 * @throws io.cognitex.embedded.internal.error.Refusal if a member is of the wrong
	 * JSON type, unknown, or breaks a constraint
	 */
	public static Request validate(StructureType shape, JsonNode request) {
		Validator validator = new Validator();
		validator.structure("", shape, request);
		if (!validator.violations.isEmpty()) {
			throw Refusals.validation(validator.violations);
		}
		return new Request(request);
	}

	private void structure(String path, StructureType shape, JsonNode value) {
		if (!value.isObject()) {
			throw Refusals.wrongJsonType(path, "structure");
		}
		Set<String> unknown = new HashSet<>(value.propertyNames());
		for (Member member : shape.members()) {
			unknown.remove(member.name());
			member(path, member, value.get(member.name()));
		}
		for (String name : unknown) {
			throw Refusals.unknownMember(path + name);
		}
	}

	private void member(String path, Member member, @Nullable JsonNode value) {
		String memberPath = path + Character.toLowerCase(member.name().charAt(0)) + member.name().substring(1);
		if (value != null && !value.isNull()) {
			value(memberPath, member.type(), value);
		}
		else if (member.required()) {
			this.violations
				.add("Value null at '" + memberPath + "' failed to satisfy constraint: Member must not be null");
		}
	}

	private void value(String path, Type type, JsonNode value) {
		if (type instanceof StringType string) {
			this.violations.addAll(Constraints.violations(path, string, text(path, value)));
		}
		else if (type instanceof BooleanType) {
			if (!value.isBoolean()) {
				throw Refusals.wrongJsonType(path, "boolean");
			}
		}
		else if (type instanceof IntegerType integer) {
			integer(path, integer, value);
		}
		else if (type instanceof ListType list) {
			list(path, list, value);
		}
		else if (type instanceof MapType map) {
			map(path, map, value);
		}
		else if (type instanceof StructureType structure) {
			structure(path + ".", structure, value);
		}
	}

	private void integer(String path, IntegerType type, JsonNode value) {
		if (!value.isIntegralNumber() || !value.canConvertToInt()) {
			throw Refusals.wrongJsonType(path, "integer");
		}
		for (String constraint : Constraints.broken(type, value.intValue())) {
			this.violations
				.add("Value '" + value.intValue() + "' at '" + path + "' failed to satisfy constraint: " + constraint);
		}
	}

	private void list(String path, ListType type, JsonNode value) {
		if (!value.isArray()) {
			throw Refusals.wrongJsonType(path, "list");
		}
		for (String constraint : Constraints.broken(type, value.size())) {
			this.violations.add("Value at '" + path + "' failed to satisfy constraint: " + constraint);
		}
		for (int index = 0; index < value.size(); index++) {
			// The service counts from one.
			value(path + "." + (index + 1) + ".member", type.element(), value.get(index));
		}
	}

	private void map(String path, MapType type, JsonNode value) {
		if (!value.isObject()) {
			throw Refusals.wrongJsonType(path, "map");
		}
		for (Map.Entry<String, JsonNode> entry : value.properties()) {
			map(path, "key", type.key(), entry.getKey());
			if (!entry.getValue().isNull()) {
				map(path, "value", type.value(), text(path, entry.getValue()));
			}
		}
	}

	private void map(String path, String side, StringType type, String value) {
		List<String> constraints = Constraints.broken(type, value);
		if (!constraints.isEmpty()) {
			this.violations.add("Value at '" + path + "' failed to satisfy constraint: Map " + side
					+ " must satisfy constraint: [" + String.join(", ", constraints) + "]");
		}
	}

	private static String text(String path, JsonNode value) {
		if (!value.isString()) {
			throw Refusals.wrongJsonType(path, "string");
		}
		return value.stringValue();
	}

}
