package io.cognitex.embedded.internal.model;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a member of a request may hold: the shapes of the service model with their
 * constraints.
 */
public sealed interface Type {

	/**
	 * A string.
	 *
	 * @param minimum the least number of characters
	 * @param maximum the greatest number of characters
	 * @param pattern what the value has to match, if anything
	 * @param shownPattern the pattern as the service writes it in its messages
	 * @param values the allowed values, empty if any
	 * @param sensitive whether the service keeps the value out of its messages
	 */
	record StringType(int minimum, int maximum, @Nullable Pattern pattern, String shownPattern, List<String> values,
			boolean sensitive) implements Type {

		/**
		 * A string of bounded length.
		 * @param minimum the least number of characters
		 * @param maximum the greatest number of characters
		 * @return the string
		 */
		public static StringType of(int minimum, int maximum) {
			return new StringType(minimum, maximum, null, "", List.of(), false);
		}

		/**
		 * A string of bounded length that matches a pattern.
		 * @param minimum the least number of characters
		 * @param maximum the greatest number of characters
		 * @param pattern the pattern
		 * @return the string
		 */
		public static StringType of(int minimum, int maximum, String pattern) {
			return new StringType(minimum, maximum, Pattern.compile(pattern), pattern, List.of(), false);
		}

		/**
		 * One of some strings.
		 * @param values the strings
		 * @return the string
		 */
		public static StringType oneOf(String... values) {
			return new StringType(0, Integer.MAX_VALUE, null, "", List.of(values), false);
		}

		/**
		 * The same, with values that are kept out of messages.
		 * @return the string
		 */
		public StringType secret() {
			return new StringType(this.minimum, this.maximum, this.pattern, this.shownPattern, this.values, true);
		}

		StringType shownAs(String shownPattern) {
			return new StringType(this.minimum, this.maximum, this.pattern, shownPattern, this.values, this.sensitive);
		}

	}

	/**
	 * {@code true} or {@code false}.
	 */
	record BooleanType() implements Type {
	}

	/**
	 * Whatever JSON.
	 */
	record DocumentType() implements Type {
	}

	/**
	 * A whole number.
	 *
	 * @param minimum the least value
	 * @param maximum the greatest value
	 */
	record IntegerType(int minimum, int maximum) implements Type {
	}

	/**
	 * A list.
	 *
	 * @param element what each element is
	 * @param minimum the least number of elements
	 * @param maximum the greatest number of elements
	 */
	record ListType(Type element, int minimum, int maximum) implements Type {

		/**
		 * A list of any length.
		 * @param element what each element is
		 * @return the list
		 */
		public static ListType of(Type element) {
			return new ListType(element, 0, Integer.MAX_VALUE);
		}

	}

	/**
	 * A map from strings to strings.
	 *
	 * @param key what each key is
	 * @param value what each value is
	 */
	record MapType(StringType key, StringType value) implements Type {
	}

	/**
	 * A structure, the request itself among them.
	 *
	 * @param members what it may hold
	 */
	record StructureType(List<Member> members) implements Type {

		/**
		 * A structure with these members.
		 * @param members what it may hold
		 * @return the structure
		 */
		public static StructureType of(Member... members) {
			return new StructureType(List.of(members));
		}

	}

}
