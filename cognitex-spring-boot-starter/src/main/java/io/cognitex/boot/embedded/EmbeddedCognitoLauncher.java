package io.cognitex.boot.embedded;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.cognitex.boot.CognitexConfigurationException;
import io.cognitex.boot.ConfigurationProblem;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Starts an embedded user pool with what the properties ask for.
 */
final class EmbeddedCognitoLauncher {

	private static final String CUSTOM = "custom:";

	private final EmbeddedCognitoProperties properties;

	private final List<ConfigurationProblem> problems = new ArrayList<>();

	private final List<EmbeddedCognitoCustomizer> customizers;

	EmbeddedCognitoLauncher(EmbeddedCognitoProperties properties, List<EmbeddedCognitoCustomizer> customizers) {
		this.properties = properties;
		this.customizers = customizers;
	}

	/**
	 * Starts the pool.
	 * @return the running pool
	 * @throws CognitexConfigurationException if it would not take what the properties ask
	 * for
	 */
	EmbeddedCognito launch() {
		EmbeddedCognitoBuilder settings = builder();
		this.customizers.forEach((customizer) -> customizer.customize(settings));
		EmbeddedCognito cognito = start(settings);
		for (int i = 0; i < this.properties.getUsers().size(); i++) {
			addUser(cognito, "cognitex.embedded.users[" + i + "]", this.properties.getUsers().get(i));
		}
		if (!this.problems.isEmpty()) {
			cognito.close();
			throw new CognitexConfigurationException(this.problems);
		}
		customizeStarted(cognito);
		return cognito;
	}

	private void customizeStarted(EmbeddedCognito cognito) {
		try {
			this.customizers.forEach((customizer) -> customizer.started(cognito));
		}
		catch (RuntimeException ex) {
			cognito.close();
			throw ex;
		}
	}

	private EmbeddedCognitoBuilder builder() {
		EmbeddedCognitoBuilder builder = EmbeddedCognito.builder()
			.port(this.properties.getPort())
			.generateClientSecret(this.properties.isGenerateClientSecret())
			.customAttributes(customAttributes());
		List<String> usernameAttributes = this.properties.getUsernameAttributes();
		set("username-attributes", usernameAttributes, "'email', 'phone_number' or both",
				(names) -> builder.usernameAttributes(names.toArray(String[]::new)));
		set("user-pool-id", this.properties.getUserPoolId(), "an ID such as 'us-east-1_Local0001'",
				builder::userPoolId);
		set("client-id", this.properties.getClientId(), "an ID of letters and digits", builder::clientId);
		if (!this.problems.isEmpty()) {
			throw new CognitexConfigurationException(this.problems);
		}
		return builder;
	}

	private <T> void set(String name, @Nullable T value, String expected, Consumer<T> setting) {
		try {
			if (value != null) {
				setting.accept(value);
			}
		}
		catch (IllegalArgumentException ex) {
			add("'cognitex.embedded." + name + "' is " + value + ".",
					"Set 'cognitex.embedded." + name + "' to " + expected + ", or remove it.");
		}
	}

	private EmbeddedCognito start(EmbeddedCognitoBuilder settings) {
		try {
			return settings.start();
		}
		catch (UncheckedIOException ex) {
			throw new CognitexConfigurationException(
					List.of(new ConfigurationProblem("The embedded user pool cannot start: " + ex.getMessage() + ".",
							"Stop whatever uses the port, another instance of this application perhaps, or change "
									+ "'cognitex.embedded.port', or remove it for any free one.")));
		}
	}

	/**
	 * The pool has those that its users have, so that nobody has to name them twice.
	 */
	private String[] customAttributes() {
		return this.properties.getUsers()
			.stream()
			.flatMap((user) -> user.getAttributes().keySet().stream())
			.filter((name) -> name.startsWith(CUSTOM))
			.map((name) -> name.substring(CUSTOM.length()))
			.distinct()
			.toArray(String[]::new);
	}

	private void addUser(EmbeddedCognito cognito, String property, EmbeddedCognitoProperties.User user) {
		String username = user.getUsername();
		String password = user.getPassword();
		if (username == null || !StringUtils.hasText(username)) {
			add("'" + property + ".username' is not set.", "Set '" + property + ".username'.");
		}
		if (password == null || !StringUtils.hasText(password)) {
			add("'" + property + ".password' is not set.", "Set '" + property + ".password'.");
		}
		if (StringUtils.hasText(username) && StringUtils.hasText(password)) {
			addUser(cognito, property, username, password, user);
		}
	}

	private void addUser(EmbeddedCognito cognito, String property, String username, String password,
			EmbeddedCognitoProperties.User user) {
		EmbeddedUser.Builder builder = EmbeddedUser.named(username).password(password);
		user.getAttributes().forEach(builder::attribute);
		user.getGroups().forEach(builder::group);
		try {
			cognito.addUser(builder.build());
		}
		catch (IllegalArgumentException ex) {
			add("'" + property + "': " + ex.getMessage(),
					"Change '" + property + "' to a user that a Cognito user pool would take.");
		}
	}

	private void add(String description, String action) {
		this.problems.add(new ConfigurationProblem(description, action));
	}

}
