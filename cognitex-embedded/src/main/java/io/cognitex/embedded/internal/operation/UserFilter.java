package io.cognitex.embedded.internal.operation;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.User;

/**
 * The {@code Filter} of {@code ListUsers}: an attribute, {@code =} or {@code ^=} (begins
 * with), and a value in quotation marks, in which a backslash keeps a quotation mark from
 * ending it.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html">Searching
 * for users</a>
 */
final class UserFilter {

	private static final Pattern FILTER = Pattern
		.compile("\\s*\"?([^\\s\"=^]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*", Pattern.DOTALL);

	private static final String USER_STATUS = "cognito:user_status";

	private static final Set<String> SEARCHABLE = Set.of("username", "email", "phone_number", "name", "given_name",
			"family_name", "preferred_username", USER_STATUS, "status", "sub");

	private UserFilter() {
	}

	/**
	 * Reads a filter.
	 * @param filter the filter; {@code null} or blank for all users
	 */
	static Predicate<User> of(@Nullable String filter) {
		if (filter == null || filter.isBlank()) {
			return (user) -> true;
		}
		Matcher matcher = FILTER.matcher(filter);
		if (!matcher.matches()) {
			throw Refusals.filter();
		}
		String attribute = matcher.group(1);
		if (!SEARCHABLE.contains(attribute)) {
			throw Refusals.searchAttribute(attribute);
		}
		boolean prefix = "^=".equals(matcher.group(2));
		String wanted = matcher.group(3).replaceAll("\\\\(.)", "$1");
		boolean ignoreCase = USER_STATUS.equals(attribute);
		return (user) -> matches(value(user, attribute), wanted, prefix, ignoreCase);
	}

	private static boolean matches(@Nullable String value, String wanted, boolean prefix, boolean ignoreCase) {
		return value != null && (prefix || value.length() == wanted.length())
				&& value.regionMatches(ignoreCase, 0, wanted, 0, wanted.length());
	}

	private static @Nullable String value(User user, String attribute) {
		return switch (attribute) {
			case "username" -> user.username();
			case "sub" -> user.sub();
			case "status" -> user.enabled() ? "Enabled" : "Disabled";
			case USER_STATUS -> user.status().name();
			default -> user.attribute(attribute);
		};
	}

}
