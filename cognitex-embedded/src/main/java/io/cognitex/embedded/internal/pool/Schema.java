package io.cognitex.embedded.internal.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.error.SchemaViolations;
import io.cognitex.embedded.internal.pool.SchemaAttribute.Type;

/**
 * Which attributes a user of a pool has.
 */
public final class Schema {

	/** The attributes that every pool has, none of them required. */
	public static final Schema STANDARD = standard();

	private static final int CUSTOM_ATTRIBUTES = 50;

	private static final Set<String> VERIFICATION_STATES = Set.of("email_verified", "phone_number_verified");

	private static final Pattern EMAIL = Pattern
		.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}&&[^@]]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}&&[^@]]+");

	private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]{1,15}");

	private final Map<String, SchemaAttribute> attributes;

	private Schema(Map<String, SchemaAttribute> attributes) {
		this.attributes = Collections.unmodifiableMap(attributes);
	}

	private static Schema standard() {
		Map<String, SchemaAttribute> attributes = new LinkedHashMap<>();
		attributes.put("sub", new SchemaAttribute("sub", Type.STRING, false, true, 1L, 2048L));
		for (String name : List.of("name", "given_name", "family_name", "middle_name", "nickname", "preferred_username",
				"profile", "picture", "website", "email", "gender", "zoneinfo", "locale", "phone_number", "address")) {
			attributes.put(name, SchemaAttribute.standard(name));
		}
		attributes.put("email_verified", new SchemaAttribute("email_verified", Type.BOOLEAN, true, false, null, null));
		attributes.put("phone_number_verified",
				new SchemaAttribute("phone_number_verified", Type.BOOLEAN, true, false, null, null));
		attributes.put("birthdate", new SchemaAttribute("birthdate", Type.STRING, true, false, 10L, 10L));
		attributes.put("updated_at", new SchemaAttribute("updated_at", Type.NUMBER, true, false, 0L, null));
		return new Schema(attributes);
	}

	/**
	 * This schema with an attribute added or changed.
	 * @param attribute the attribute
	 * @return the new schema
	 */
	public Schema with(SchemaAttribute attribute) {
		Map<String, SchemaAttribute> changed = new LinkedHashMap<>(this.attributes);
		changed.put(attribute.name(), attribute);
		return new Schema(changed);
	}

	/**
	 * This schema with required attributes.
	 * @param names names of attributes that are in it
	 * @return the new schema
	 */
	public Schema requiring(Set<String> names) {
		return changing(names, SchemaAttribute::asRequired);
	}

	/**
	 * This schema with attributes that can only be set when the user is made.
	 * @param names names of attributes that are in it
	 * @return the new schema
	 */
	public Schema freezing(Set<String> names) {
		return changing(names, SchemaAttribute::asImmutable);
	}

	private Schema changing(Set<String> names, UnaryOperator<SchemaAttribute> change) {
		Schema schema = this;
		for (String name : names) {
			SchemaAttribute attribute = find(name);
			if (attribute == null) {
				throw new IllegalArgumentException("There is no attribute " + name);
			}
			schema = schema.with(change.apply(attribute));
		}
		return schema;
	}

	/**
	 * Refuses more custom attributes than a pool can have.
	 */
	public void checkSize() {
		if (this.attributes.values().stream().filter(SchemaAttribute::custom).count() > CUSTOM_ATTRIBUTES) {
			throw Refusals.tooManyCustomAttributes();
		}
	}

	/**
	 * Finds an attribute.
	 * @param name the name
	 * @return the attribute, or {@code null} if users do not have it
	 */
	public @Nullable SchemaAttribute find(String name) {
		return this.attributes.get(name);
	}

	/**
	 * All attributes.
	 * @return the attributes, the standard ones first
	 */
	public Collection<SchemaAttribute> attributes() {
		return this.attributes.values();
	}

	/**
	 * The attributes that a sign-up has to bring.
	 * @return the names
	 */
	public Set<String> required() {
		return this.attributes.values()
			.stream()
			.filter((attribute) -> attribute.required() && !"sub".equals(attribute.name()))
			.map(SchemaAttribute::name)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether a value is shaped like an e-mail address.
	 * @param value the value
	 * @return whether it is
	 */
	public static boolean isEmail(String value) {
		return EMAIL.matcher(value).matches();
	}

	/**
	 * Whether a value is shaped like a phone number: a plus sign and digits.
	 * @param value the value
	 * @return whether it is
	 */
	public static boolean isPhoneNumber(String value) {
		return PHONE_NUMBER.matcher(value).matches();
	}

	/**
	 * Whether the attribute only says that another one is verified.
	 * @param name the attribute
	 * @return whether it does
	 */
	public static boolean isVerificationState(String name) {
		return VERIFICATION_STATES.contains(name);
	}

	/**
	 * Refuses attributes that the pool does not know, and malformed values.
	 * @param attributes the attributes to set; an empty value deletes one
	 */
	public void checkValues(Map<String, String> attributes) {
		refuse(violations(attributes));
		checkFormats(attributes);
	}

	/**
	 * Refuses a sign-up that lacks a required attribute, or brings one that is unknown or
	 * malformed.
	 * @param attributes all attributes of the new user
	 */
	public void checkNewUser(Map<String, String> attributes) {
		List<String> violations = new ArrayList<>();
		required().stream()
			.filter((name) -> attributes.getOrDefault(name, "").isEmpty())
			.sorted()
			.forEach((name) -> violations.add(SchemaViolations.required(name)));
		violations.addAll(violations(attributes));
		refuse(violations);
		checkFormats(attributes);
	}

	/**
	 * Refuses the change of an attribute that can only be set when the user is made.
	 * @param names the names of known attributes
	 */
	public void checkMutable(Collection<String> names) {
		List<String> violations = new ArrayList<>();
		for (String name : names) {
			SchemaAttribute attribute = find(name);
			if (attribute != null && !attribute.mutable()) {
				violations.add(SchemaViolations.immutable(name));
			}
		}
		if (!violations.isEmpty()) {
			throw Refusals.userAttributes(violations);
		}
	}

	private List<String> violations(Map<String, String> attributes) {
		List<String> violations = new ArrayList<>();
		attributes.forEach((name, value) -> {
			SchemaAttribute attribute = find(name);
			if (attribute == null) {
				violations.add(SchemaViolations.unknown(name));
			}
			else if (!value.isEmpty()) {
				String violation = attribute.violation(value);
				if (violation != null) {
					violations.add(violation);
				}
			}
		});
		return violations;
	}

	private static void refuse(List<String> violations) {
		if (!violations.isEmpty()) {
			throw Refusals.schema(violations);
		}
	}

	private static void checkFormats(Map<String, String> attributes) {
		String email = attributes.getOrDefault("email", "");
		if (!email.isEmpty() && !isEmail(email)) {
			throw Refusals.emailFormat();
		}
		String phoneNumber = attributes.getOrDefault("phone_number", "");
		if (!phoneNumber.isEmpty() && !isPhoneNumber(phoneNumber)) {
			throw Refusals.phoneNumberFormat();
		}
	}

}
