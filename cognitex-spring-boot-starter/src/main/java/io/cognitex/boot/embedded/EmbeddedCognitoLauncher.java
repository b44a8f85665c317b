package io.cognitex.boot.embedded;

import java.util.ArrayList;
import java.util.List;

import io.cognitex.boot.CognitexConfigurationException;
import io.cognitex.boot.ConfigurationProblem;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;

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
		EmbeddedCognito cognito = settings.start();
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
		try {
			return EmbeddedCognito.builder()
				.usernameAttributes(this.properties.getUsernameAttributes().toArray(String[]::new))
				.generateClientSecret(this.properties.isGenerateClientSecret())
				.customAttributes(customAttributes());
		}
		catch (IllegalArgumentException ex) {
			throw new CognitexConfigurationException(List.of(new ConfigurationProblem(
					"'cognitex.embedded.username-attributes' is " + this.properties.getUsernameAttributes() + ".",
					"Set 'cognitex.embedded.username-attributes' to 'email', 'phone_number' or both, or remove it.")));
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
