package io.cognitex;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A user of the pool with the attributes that the caller may read.
 *
 * @param username the canonical username, which never changes and is not the alias that
 * was typed
 * @param attributes name to value, such as {@code email} or {@code custom:plan}; Cognito
 * has only strings
 * @param preferredMfaSetting the second factor that the user prefers, such as
 * {@code SOFTWARE_TOKEN_MFA}
 * @param userMfaSettings the second factors that are switched on for the user
 * @param status the account's state; only {@code adminGetUser} knows it
 * @param enabled whether the user may sign in; only {@code adminGetUser} knows it
 * @param createdAt when the account was made; only {@code adminGetUser} knows it
 * @param lastModifiedAt when it was last changed; only {@code adminGetUser} knows it
 */
public record CognitoUser(String username, Map<String, String> attributes, @Nullable String preferredMfaSetting,
		List<String> userMfaSettings, @Nullable UserStatus status, @Nullable Boolean enabled,
		@Nullable Instant createdAt, @Nullable Instant lastModifiedAt) {

	public CognitoUser {
		attributes = Map.copyOf(attributes);
		userMfaSettings = List.copyOf(userMfaSettings);
	}

	/**
	 * A user as {@code getUser} tells it.
	 * @param username the canonical username
	 * @param attributes name to value
	 */
	public CognitoUser(String username, Map<String, String> attributes) {
		this(username, attributes, null, List.of(), null, null, null, null);
	}

	/**
	 * One attribute.
	 * @param name its name, such as {@code email}
	 * @return its value, or {@code null} if it is not set or not readable
	 */
	public @Nullable String attribute(String name) {
		return this.attributes.get(name);
	}

	/**
	 * The names of the attributes only: the values are personal data.
	 */
	@Override
	public String toString() {
		return "CognitoUser[username=" + this.username + ", attributes=" + this.attributes.keySet() + ", status="
				+ this.status + ", enabled=" + this.enabled + "]";
	}

}
