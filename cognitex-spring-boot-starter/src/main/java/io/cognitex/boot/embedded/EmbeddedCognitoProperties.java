package io.cognitex.boot.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The {@code cognitex.embedded.*} properties.
 */
@ConfigurationProperties("cognitex.embedded")
public class EmbeddedCognitoProperties {

	/**
	 * Whether to run on the embedded user pool. By default it runs if no user pool is
	 * configured and the application is started from a build directory.
	 */
	private @Nullable Boolean enabled;

	/**
	 * Port on loopback that the embedded user pool listens on; 0 for any free one.
	 */
	private int port;

	/**
	 * ID of the embedded user pool, which begins with "us-east-1_". By default it is
	 * another one at each start.
	 */
	private @Nullable String userPoolId;

	/**
	 * ID of the app client of the embedded user pool. By default it is another one at
	 * each start.
	 */
	private @Nullable String clientId;

	/**
	 * Attributes that take the place of a username: "email", "phone_number" or both. By
	 * default usernames are plain.
	 */
	private List<String> usernameAttributes = new ArrayList<>();

	/**
	 * Whether the app client of the embedded user pool has a secret.
	 */
	private boolean generateClientSecret;

	/**
	 * Users that exist from the start, confirmed and with a verified e-mail address, each
	 * with "username", "password", and if need be "attributes" and "groups".
	 */
	private List<User> users = new ArrayList<>();

	public @Nullable Boolean getEnabled() {
		return this.enabled;
	}

	public void setEnabled(@Nullable Boolean enabled) {
		this.enabled = enabled;
	}

	public int getPort() {
		return this.port;
	}

	public void setPort(int port) {
		this.port = port;
	}

	public @Nullable String getUserPoolId() {
		return this.userPoolId;
	}

	public void setUserPoolId(@Nullable String userPoolId) {
		this.userPoolId = userPoolId;
	}

	public @Nullable String getClientId() {
		return this.clientId;
	}

	public void setClientId(@Nullable String clientId) {
		this.clientId = clientId;
	}

	public List<String> getUsernameAttributes() {
		return this.usernameAttributes;
	}

	public void setUsernameAttributes(List<String> usernameAttributes) {
		this.usernameAttributes = usernameAttributes;
	}

	public boolean isGenerateClientSecret() {
		return this.generateClientSecret;
	}

	public void setGenerateClientSecret(boolean generateClientSecret) {
		this.generateClientSecret = generateClientSecret;
	}

	public List<User> getUsers() {
		return this.users;
	}

	public void setUsers(List<User> users) {
		this.users = users;
	}

	/**
	 * A user that exists from the start.
	 */
	public static class User {

		/**
		 * Name that the user signs in with.
		 */
		private @Nullable String username;

		/**
		 * Password of the user.
		 */
		private @Nullable String password;

		/**
		 * Attributes of the user, such as "email".
		 */
		private Map<String, String> attributes = new LinkedHashMap<>();

		/**
		 * Groups of the user, such as "admin".
		 */
		private List<String> groups = new ArrayList<>();

		public @Nullable String getUsername() {
			return this.username;
		}

		public void setUsername(@Nullable String username) {
			this.username = username;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

		public Map<String, String> getAttributes() {
			return this.attributes;
		}

		public void setAttributes(Map<String, String> attributes) {
			this.attributes = attributes;
		}

		public List<String> getGroups() {
			return this.groups;
		}

		public void setGroups(List<String> groups) {
			this.groups = groups;
		}

	}

}
