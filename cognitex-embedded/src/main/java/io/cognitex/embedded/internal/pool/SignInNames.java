package io.cognitex.embedded.internal.pool;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * Under which names a user of a pool signs in. A pool has one of three modes: plain
 * usernames; usernames with aliases, where e-mail address and phone number count once
 * they are verified; or e-mail address or phone number as the username, where the stored
 * username is the {@code sub}.
 *
 * @param usernameAttributes {@code email}, {@code phone_number}, or empty
 * @param aliasAttributes {@code email}, {@code phone_number}, {@code preferred_username},
 * or empty
 * @param caseSensitive whether {@code Alice} and {@code alice} are two users
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Attributes</a>
 */
public record SignInNames(Set<String> usernameAttributes, Set<String> aliasAttributes, boolean caseSensitive) {

	public SignInNames {
		usernameAttributes = Set.copyOf(usernameAttributes);
		aliasAttributes = Set.copyOf(aliasAttributes);
	}

	/**
	 * Under which key a name is looked up.
	 * @param name what was typed
	 * @return the key
	 */
	public String key(String name) {
		return this.caseSensitive ? name : name.toLowerCase(Locale.ROOT);
	}

	/**
	 * All keys of a user, with the attribute that each comes from ({@code username} for
	 * the username itself).
	 * @param user the user
	 * @return keys and attributes
	 */
	Map<String, String> keys(User user) {
		Map<String, String> keys = new LinkedHashMap<>();
		keys.put(key(user.username()), "username");
		user.attributes().forEach((name, value) -> {
			if (signsIn(user, name) && !value.isEmpty()) {
				keys.putIfAbsent(key(value), name);
			}
		});
		return keys;
	}

	private boolean signsIn(User user, String attribute) {
		if (this.usernameAttributes.contains(attribute)) {
			return true;
		}
		return this.aliasAttributes.contains(attribute)
				&& ("preferred_username".equals(attribute) || user.verified(attribute));
	}

	/**
	 * The attribute that a sign-up's username fills.
	 * @param username the username of a sign-up
	 * @return {@code email}, {@code phone_number}, or {@code username} in pools with
	 * plain usernames
	 * @throws io.cognitex.embedded.internal.error.Refusal if a user of this pool cannot
	 * have such a name
	 */
	public String attributeFor(String username) {
		if (this.usernameAttributes.isEmpty()) {
			checkNoAlias(username);
			return "username";
		}
		if (this.usernameAttributes.contains("email") && Schema.isEmail(username)) {
			return "email";
		}
		if (this.usernameAttributes.contains("phone_number") && Schema.isPhoneNumber(username)) {
			return "phone_number";
		}
		if (this.usernameAttributes.size() > 1) {
			throw Refusals.usernameShouldBeEmailOrPhoneNumber();
		}
		throw this.usernameAttributes.contains("email") ? Refusals.usernameShouldBeEmail()
				: Refusals.usernameShouldBePhoneNumber();
	}

	/**
	 * Whether a name can be one that a user has chosen, and not an address.
	 * @param name the name
	 * @return whether it can
	 */
	public boolean isChosen(String name) {
		boolean alias = (this.aliasAttributes.contains("email") && Schema.isEmail(name))
				|| (this.aliasAttributes.contains("phone_number") && Schema.isPhoneNumber(name));
		return this.usernameAttributes.isEmpty() && !alias;
	}

	private void checkNoAlias(String username) {
		if (this.aliasAttributes.contains("email") && Schema.isEmail(username)) {
			throw Refusals.usernameLooksLikeEmail();
		}
		if (this.aliasAttributes.contains("phone_number") && Schema.isPhoneNumber(username)) {
			throw Refusals.usernameLooksLikePhoneNumber();
		}
	}

}
