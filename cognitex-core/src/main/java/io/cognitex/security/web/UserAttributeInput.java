package io.cognitex.security.web;

import java.util.Map;

/**
 * How a person types a user attribute: the kind of input, and what the browser may fill
 * in.
 *
 * @param type the input's type
 * @param autocomplete what the browser knows it as; {@code off} if it is nothing common
 * @see <a href=
 * "https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">Standard
 * attributes</a>
 */
record UserAttributeInput(String type, String autocomplete) {

	private static final UserAttributeInput OTHER = new UserAttributeInput("text", "off");

	private static final Map<String, UserAttributeInput> STANDARD = Map.ofEntries(
			Map.entry("email", new UserAttributeInput("email", "email")),
			Map.entry("phone_number", new UserAttributeInput("tel", "tel")),
			Map.entry("birthdate", new UserAttributeInput("date", "bday")),
			Map.entry("website", new UserAttributeInput("url", "url")),
			Map.entry("profile", new UserAttributeInput("url", "off")),
			Map.entry("picture", new UserAttributeInput("url", "photo")),
			Map.entry("updated_at", new UserAttributeInput("number", "off")),
			Map.entry("name", new UserAttributeInput("text", "name")),
			Map.entry("given_name", new UserAttributeInput("text", "given-name")),
			Map.entry("middle_name", new UserAttributeInput("text", "additional-name")),
			Map.entry("family_name", new UserAttributeInput("text", "family-name")),
			Map.entry("nickname", new UserAttributeInput("text", "nickname")),
			Map.entry("gender", new UserAttributeInput("text", "sex")),
			Map.entry("locale", new UserAttributeInput("text", "language")),
			Map.entry("address", new UserAttributeInput("text", "street-address")));

	static UserAttributeInput of(String attribute) {
		return STANDARD.getOrDefault(attribute, OTHER);
	}

}
