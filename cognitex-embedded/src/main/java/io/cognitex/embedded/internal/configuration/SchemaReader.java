package io.cognitex.embedded.internal.configuration;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.SchemaAttribute;
import io.cognitex.embedded.internal.pool.SchemaAttribute.Type;

/**
 * Reads {@code SchemaAttributeType}. A name without prefix that is no standard
 * attribute's becomes a custom attribute.
 */
public final class SchemaReader {

	private SchemaReader() {
	}

	/**
	 * Adds an attribute to a schema, or changes a standard one.
	 * @param schema the schema so far
	 * @param attribute the attribute
	 * @return the new schema
	 */
	static Schema read(Schema schema, Request attribute) {
		String name = name(attribute);
		SchemaAttribute standard = Schema.STANDARD.find(name);
		return (standard != null) ? schema.with(standard(standard, attribute)) : addCustom(schema, attribute);
	}

	/**
	 * Adds a custom attribute.
	 * @param schema the schema so far
	 * @param attribute the attribute
	 * @return the new schema
	 */
	public static Schema addCustom(Schema schema, Request attribute) {
		String name = name(attribute);
		if (attribute.flag("Required")) {
			throw Refusals.customAttributeRequired();
		}
		if (attribute.flag("DeveloperOnlyAttribute")) {
			throw Refusals.notEmulated("DeveloperOnlyAttribute");
		}
		String prefixed = name.startsWith(SchemaAttribute.CUSTOM_PREFIX) ? name : SchemaAttribute.CUSTOM_PREFIX + name;
		if (schema.find(prefixed) != null) {
			throw Refusals.customAttributeExists(prefixed);
		}
		String dataType = attribute.optional("AttributeDataType");
		Type type = (dataType != null) ? Type.named(dataType) : Type.STRING;
		return schema.with(new SchemaAttribute(prefixed, type, mutable(attribute, true), false,
				limit(attribute, type, false, null), limit(attribute, type, true, null)));
	}

	private static SchemaAttribute standard(SchemaAttribute standard, Request attribute) {
		String dataType = attribute.optional("AttributeDataType");
		if (attribute.flag("DeveloperOnlyAttribute")
				|| (dataType != null && !dataType.equals(standard.type().wireName()))) {
			throw Refusals.standardAttributeChanged(standard.name());
		}
		boolean required = attribute.has("Required") ? attribute.flag("Required") : standard.required();
		return new SchemaAttribute(standard.name(), standard.type(), mutable(attribute, standard.mutable()), required,
				limit(attribute, standard.type(), false, standard.minimum()),
				limit(attribute, standard.type(), true, standard.maximum()));
	}

	private static String name(Request attribute) {
		String name = attribute.optional("Name");
		if (name == null) {
			throw Refusals.schemaAttributeWithoutName();
		}
		return name;
	}

	private static boolean mutable(Request attribute, boolean otherwise) {
		return attribute.has("Mutable") ? attribute.flag("Mutable") : otherwise;
	}

	private static @Nullable Long limit(Request attribute, Type type, boolean greatest, @Nullable Long otherwise) {
		String value = switch (type) {
			case STRING ->
				attribute.structure("StringAttributeConstraints").optional(greatest ? "MaxLength" : "MinLength");
			case NUMBER ->
				attribute.structure("NumberAttributeConstraints").optional(greatest ? "MaxValue" : "MinValue");
			case BOOLEAN, DATE_TIME -> null;
		};
		if (value == null) {
			return otherwise;
		}
		try {
			return Long.valueOf(value);
		}
		catch (NumberFormatException ex) {
			throw Refusals.schemaConstraint(value);
		}
	}

}
