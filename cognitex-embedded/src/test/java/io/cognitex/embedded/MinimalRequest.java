package io.cognitex.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.model.Type;
import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.operation.Operation;

/**
 * The smallest request of an operation that the model finds valid, to be spoiled in one
 * place.
 */
final class MinimalRequest {

	private static final Map<String, String> SAMPLES = Map.ofEntries(Map.entry("UserPoolId", "us-east-1_Sample001"),
			Map.entry("ClientId", "sampleclient"), Map.entry("Username", "sample"), Map.entry("Password", "Passw0rd!"),
			Map.entry("ProposedPassword", "Passw0rd!"), Map.entry("UserCode", "123456"),
			Map.entry("DeviceKey", "us-east-1_0000-0000"), Map.entry("ClientSecretId", "sample--secret"));

	private final Map<String, Object> members = new LinkedHashMap<>();

	MinimalRequest(Operation operation) {
		this.members.putAll(structure(operation.input()));
	}

	MinimalRequest with(String member, Object value) {
		this.members.put(member, value);
		return this;
	}

	Map<String, Object> members() {
		return this.members;
	}

	/**
	 * The members that an operation takes, in the way of {@link ServiceModel#members}.
	 */
	static SortedMap<String, String> membersOf(Operation operation) {
		SortedMap<String, String> members = new TreeMap<>();
		collect("", operation.input(), members);
		return members;
	}

	private static void collect(String path, StructureType structure, SortedMap<String, String> members) {
		for (Member member : structure.members()) {
			collect(path + member.name(), member.type(), members);
		}
	}

	private static void collect(String path, Type type, SortedMap<String, String> members) {
		if (type instanceof StructureType structure) {
			members.put(path, "structure");
			collect(path + ".", structure, members);
		}
		else if (type instanceof ListType list) {
			members.put(path, "list");
			if (list.element() instanceof StructureType structure) {
				collect(path + ".", structure, members);
			}
		}
		else {
			members.put(path, type.getClass().getSimpleName().replace("Type", "").toLowerCase(Locale.ROOT));
		}
	}

	private static Map<String, Object> structure(StructureType type) {
		Map<String, Object> members = new LinkedHashMap<>();
		for (Member member : type.members()) {
			if (member.required()) {
				members.put(member.name(), value(member.name(), member.type()));
			}
		}
		return members;
	}

	private static Object value(String name, Type type) {
		if (type instanceof StringType string) {
			String sample = string.values().isEmpty() ? "sample" : string.values().get(0);
			return SAMPLES.getOrDefault(name, sample);
		}
		if (type instanceof IntegerType integer) {
			return integer.minimum();
		}
		if (type instanceof ListType list) {
			List<Object> elements = new ArrayList<>();
			for (int i = 0; i < list.minimum(); i++) {
				elements.add(value(name, list.element()));
			}
			return elements;
		}
		if (type instanceof StructureType structure) {
			return structure(structure);
		}
		return (type instanceof Type.BooleanType) ? true : Map.of();
	}

}
