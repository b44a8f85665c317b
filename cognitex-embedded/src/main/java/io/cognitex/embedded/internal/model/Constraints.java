package io.cognitex.embedded.internal.model;

import java.util.ArrayList;
import java.util.List;

import io.cognitex.embedded.internal.model.Type.IntegerType;
import io.cognitex.embedded.internal.model.Type.ListType;
import io.cognitex.embedded.internal.model.Type.StringType;

/**
 * The words for a string that breaks its constraints.
 */
final class Constraints {

	private Constraints() {
	}

	static List<String> violations(String path, StringType type, String value) {
		String subject = type.sensitive() ? "Value at '" + path + "'" : "Value '" + value + "' at '" + path + "'";
		return broken(type, value).stream()
			.map((constraint) -> subject + " failed to satisfy constraint: " + constraint)
			.toList();
	}

	static List<String> broken(IntegerType type, int value) {
		return broken("value", value, type.minimum(), type.maximum());
	}

	static List<String> broken(ListType type, int length) {
		return broken("length", length, type.minimum(), type.maximum());
	}

	static List<String> broken(StringType type, String value) {
		List<String> broken = broken("length", value.codePointCount(0, value.length()), type.minimum(), type.maximum());
		if (type.pattern() != null && !type.pattern().matcher(value).matches()) {
			broken.add("Member must satisfy regular expression pattern: " + type.shownPattern());
		}
		if (!type.values().isEmpty() && !type.values().contains(value)) {
			broken.add("Member must satisfy enum value set: [" + String.join(", ", type.values()) + "]");
		}
		return broken;
	}

	private static List<String> broken(String measure, int value, int minimum, int maximum) {
		List<String> broken = new ArrayList<>();
		if (value < minimum) {
			broken.add("Member must have " + measure + " greater than or equal to " + minimum);
		}
		if (value > maximum) {
			broken.add("Member must have " + measure + " less than or equal to " + maximum);
		}
		return broken;
	}

}
