package io.cognitex.embedded;

import io.cognitex.embedded.internal.pool.SchemaAttribute;
import io.cognitex.embedded.internal.pool.SchemaAttribute.Type;

/**
 * An attribute that a pool defines itself, with its type and constraints. On the wire and
 * in tokens every value is a string, whatever its type.
 *
 * <pre class="code">
 * EmbeddedCognito.builder()
 * 	.customAttribute(CustomAttribute.string("tier").between(1, 10))
 * 	.customAttribute(CustomAttribute.number("born").between(1900, 2100).immutable())
 * </pre>
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Attributes</a>
 */
public final class CustomAttribute {

	private static final int LONGEST_NAME = 20;

	private final SchemaAttribute attribute;

	private CustomAttribute(SchemaAttribute attribute) {
		this.attribute = attribute;
	}

	/**
	 * Text.
	 * @param name the name without {@code custom:}, of 1 to 20 characters
	 * @return the attribute, mutable and of any length
	 * @throws IllegalArgumentException if Cognito would not take the name
	 */
	public static CustomAttribute string(String name) {
		return of(name, Type.STRING);
	}

	/**
	 * A whole number.
	 * @param name the name without {@code custom:}, of 1 to 20 characters
	 * @return the attribute, mutable and of any size
	 * @throws IllegalArgumentException if Cognito would not take the name
	 */
	public static CustomAttribute number(String name) {
		return of(name, Type.NUMBER);
	}

	/**
	 * A point in time.
	 * @param name the name without {@code custom:}, of 1 to 20 characters
	 * @return the attribute, mutable
	 * @throws IllegalArgumentException if Cognito would not take the name
	 */
	public static CustomAttribute dateTime(String name) {
		return of(name, Type.DATE_TIME);
	}

	/**
	 * {@code true} or {@code false}.
	 * @param name the name without {@code custom:}, of 1 to 20 characters
	 * @return the attribute, mutable
	 * @throws IllegalArgumentException if Cognito would not take the name
	 */
	public static CustomAttribute bool(String name) {
		return of(name, Type.BOOLEAN);
	}

	private static CustomAttribute of(String name, Type type) {
		if (name.length() > LONGEST_NAME || !name.matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")) {
			throw new IllegalArgumentException("'" + name + "' is not the name of a custom attribute");
		}
		return new CustomAttribute(
				new SchemaAttribute(SchemaAttribute.CUSTOM_PREFIX + name, type, true, false, null, null));
	}

	/**
	 * The same attribute, but it can only be set when the user is made.
	 * @return the attribute
	 */
	public CustomAttribute immutable() {
		return new CustomAttribute(this.attribute.asImmutable());
	}

	/**
	 * The same attribute with limits: the lengths of a string, or the values of a number.
	 * @param minimum the least
	 * @param maximum the greatest
	 * @return the attribute
	 * @throws IllegalStateException if it is neither a string nor a number
	 * @throws IllegalArgumentException if there is nothing between them
	 */
	public CustomAttribute between(long minimum, long maximum) {
		Type type = this.attribute.type();
		if (type != Type.STRING && type != Type.NUMBER) {
			throw new IllegalStateException("A " + type.wireName() + " has no limits");
		}
		if (minimum > maximum) {
			throw new IllegalArgumentException("Nothing is between " + minimum + " and " + maximum);
		}
		return new CustomAttribute(
				new SchemaAttribute(this.attribute.name(), type, this.attribute.mutable(), false, minimum, maximum));
	}

	SchemaAttribute attribute() {
		return this.attribute;
	}

	@Override
	public String toString() {
		return "CustomAttribute[" + this.attribute + "]";
	}

}
