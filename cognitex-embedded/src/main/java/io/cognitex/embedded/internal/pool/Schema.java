package io.cognitex.embedded.internal.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * Which attributes a user of a pool has.
 *
 * @param required the names of those that a sign-up has to bring
 * @param custom the names of the pool's own, with their prefix {@code custom:}
 */
public record Schema(Set<String> required, Set<String> custom) {

	private static final Set<String> STANDARD = Set.of("address", "birthdate", "email", "email_verified", "family_name",
			"gender", "given_name", "locale", "middle_name", "name", "nickname", "phone_number",
			"phone_number_verified", "picture", "preferred_username", "profile", "sub", "updated_at", "website",
			"zoneinfo");

	private static final Set<String> VERIFICATION_STATES = Set.of("email_verified", "phone_number_verified");

	private static final Pattern EMAIL = Pattern
		.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}&&[^@]]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}&&[^@]]+");

	private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]{1,15}");

	public Schema {
		required = Set.copyOf(required);
		custom = Set.copyOf(custom);
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
	 * @param attributes the attributes to set
	 */
	public void checkValues(Map<String, String> attributes) {
		List<String> violations = unknown(attributes.keySet());
		if (!violations.isEmpty()) {
			throw Refusals.schema(violations);
		}
		checkFormats(attributes);
	}

	/**
	 * Refuses a sign-up that lacks a required attribute, or brings one that is unknown or
	 * malformed.
	 * @param attributes all attributes of the new user
	 */
	public void checkNewUser(Map<String, String> attributes) {
		List<String> violations = new ArrayList<>();
		this.required.stream()
			.filter((name) -> attributes.getOrDefault(name, "").isEmpty())
			.sorted()
			.forEach((name) -> violations.add(name + ": The attribute is required"));
		violations.addAll(unknown(attributes.keySet()));
		if (!violations.isEmpty()) {
			throw Refusals.schema(violations);
		}
		checkFormats(attributes);
	}

	private List<String> unknown(Set<String> names) {
		List<String> violations = new ArrayList<>();
		for (String name : names) {
			if (!STANDARD.contains(name) && !this.custom.contains(name)) {
				violations.add(name + ": Attribute does not exist in the schema.");
			}
		}
		return violations;
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
