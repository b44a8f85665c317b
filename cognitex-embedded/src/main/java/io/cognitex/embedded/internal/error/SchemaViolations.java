package io.cognitex.embedded.internal.error;

import org.jspecify.annotations.Nullable;

/**
 * The words for an attribute that breaks the pool's schema.
 */
public final class SchemaViolations {

	private SchemaViolations() {
	}

	public static String required(String name) {
		return name + ": The attribute is required";
	}

	public static String unknown(String name) {
		// "Type for attribute {custom:x} could not be determined" is seen as well.
		return name + ": Attribute does not exist in the schema.";
	}

	public static String length(String name, @Nullable Long minimum, @Nullable Long maximum) {
		// Guess
		return name + ": String must be between " + minimum + " and " + maximum + " characters long.";
	}

	public static String range(String name, @Nullable Long minimum, @Nullable Long maximum) {
		// Guess
		return name + ": Number must be between " + minimum + " and " + maximum + ".";
	}

	public static String type(String name, String type) {
		// Guess
		return name + ": Value is not of type " + type + ".";
	}

	public static String immutable(String name) {
		return "user." + name + ": Attribute cannot be updated.";
	}

}
