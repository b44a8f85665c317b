package io.cognitex.embedded.internal.model;

import java.util.ArrayList;
import java.util.List;

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

	static List<String> broken(StringType type, String value) {
		List<String> broken = new ArrayList<>();
		int length = value.codePointCount(0, value.length());
		if (length < type.minimum()) {
			broken.add("Member must have length greater than or equal to " + type.minimum());
		}
		if (length > type.maximum()) {
			broken.add("Member must have length less than or equal to " + type.maximum());
		}
		if (type.pattern() != null && !type.pattern().matcher(value).matches()) {
			broken.add("Member must satisfy regular expression pattern: " + type.shownPattern());
		}
		if (!type.values().isEmpty() && !type.values().contains(value)) {
			broken.add("Member must satisfy enum value set: [" + String.join(", ", type.values()) + "]");
		}
		return broken;
	}

}
