package io.cognitex.embedded.internal.pool;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.SchemaViolations;

/**
 * An attribute that users of a pool may have.
 *
 * @param name the name, with {@code custom:} where it belongs
 * @param type what values are
 * @param mutable whether it can be changed once it is set
 * @param required whether a sign-up has to bring it
 * @param minimum the least length of a string, or the least number; {@code null} for any
 * @param maximum the greatest length of a string, or the greatest number; {@code null}
 * for any
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Attributes</a>
 */
public record SchemaAttribute(String name, Type type, boolean mutable, boolean required, @Nullable Long minimum,
		@Nullable Long maximum) {

	/** What the names of a pool's own attributes begin with. */
	public static final String CUSTOM_PREFIX = "custom:";

	/**
	 * What values are, whatever they are: on the wire and in tokens all are strings.
	 */
	public enum Type {

		/** Text. */
		STRING("String"),

		/** A whole number. */
		NUMBER("Number"),

		/** A point in time. */
		DATE_TIME("DateTime"),

		/** {@code true} or {@code false}. */
		BOOLEAN("Boolean");

		private final String wireName;

		Type(String wireName) {
			this.wireName = wireName;
		}

		/**
		 * The name in {@code AttributeDataType}.
		 * @return the name
		 */
		public String wireName() {
			return this.wireName;
		}

		/**
		 * Finds a type.
		 * @param wireName the name in {@code AttributeDataType}
		 * @return the type
		 */
		public static Type named(String wireName) {
			for (Type type : values()) {
				if (type.wireName.equals(wireName)) {
					return type;
				}
			}
			throw new IllegalArgumentException(wireName);
		}

	}

	static SchemaAttribute standard(String name) {
		return new SchemaAttribute(name, Type.STRING, true, false, 0L, 2048L);
	}

	/**
	 * Whether the pool has defined it itself.
	 * @return whether it has
	 */
	public boolean custom() {
		return this.name.startsWith(CUSTOM_PREFIX);
	}

	SchemaAttribute asRequired() {
		return new SchemaAttribute(this.name, this.type, this.mutable, true, this.minimum, this.maximum);
	}

	/**
	 * This attribute, but it can only be set when the user is made.
	 * @return the attribute
	 */
	public SchemaAttribute asImmutable() {
		return new SchemaAttribute(this.name, this.type, false, this.required, this.minimum, this.maximum);
	}

	/**
	 * What is wrong with a value.
	 * @param value the value
	 * @return the violation, or {@code null} if nothing is wrong
	 */
	@Nullable String violation(String value) {
		return switch (this.type) {
			case STRING -> outside(value.codePointCount(0, value.length()))
					? SchemaViolations.length(this.name, this.minimum, this.maximum) : null;
			case NUMBER -> numberViolation(value);
			case BOOLEAN -> "true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value) ? null
					: SchemaViolations.type(this.name, this.type.wireName());
			case DATE_TIME -> isDateTime(value) ? null : SchemaViolations.type(this.name, this.type.wireName());
		};
	}

	private @Nullable String numberViolation(String value) {
		try {
			return outside(Long.parseLong(value)) ? SchemaViolations.range(this.name, this.minimum, this.maximum)
					: null;
		}
		catch (NumberFormatException ex) {
			return SchemaViolations.type(this.name, this.type.wireName());
		}
	}

	private boolean outside(long measure) {
		return (this.minimum != null && measure < this.minimum) || (this.maximum != null && measure > this.maximum);
	}

	private static boolean isDateTime(String value) {
		try {
			Instant.parse(value);
			return true;
		}
		catch (DateTimeParseException ex) {
			return value.chars().allMatch((c) -> c >= '0' && c <= '9') && !value.isEmpty();
		}
	}

}
