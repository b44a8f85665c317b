package io.cognitex.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.cognitex.CognitoUserPool;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Finds in the properties what cannot work, all at once and without network.
 */
final class ConnectionPropertiesCheck {

	private static final Pattern CLIENT_ID = Pattern.compile("[\\w+]{1,128}");

	private final List<ConfigurationProblem> problems = new ArrayList<>();

	private final CognitexProperties properties;

	private final EmbeddedAvailability embedded;

	private ConnectionPropertiesCheck(CognitexProperties properties, EmbeddedAvailability embedded) {
		this.properties = properties;
		this.embedded = embedded;
	}

	/**
	 * What is wrong.
	 * @param properties the properties
	 * @param embedded whether the embedded pool could serve, and is asked to
	 * @return the problems; empty if a user pool and an app client are configured soundly
	 */
	static List<ConfigurationProblem> problems(CognitexProperties properties, EmbeddedAvailability embedded) {
		ConnectionPropertiesCheck check = new ConnectionPropertiesCheck(properties, embedded);
		check.run();
		return check.problems;
	}

	private void run() {
		String userPoolId = this.properties.getUserPoolId();
		String clientId = this.properties.getClientId();
		if (userPoolId == null && clientId == null) {
			checkUnconfigured();
		}
		else {
			checkUserPoolId(userPoolId);
			checkClientId(clientId);
			checkEmbedded();
		}
		checkNotBlank("client-secret", this.properties.getClientSecret(),
				"Set 'cognitex.client-secret' to the secret of the app client, or remove it if the client has none.");
		checkRegion();
		checkIssuer(this.properties.getIssuer());
		checkAddress("endpoint", this.properties.getEndpoint());
		checkAddress("jwk-set-uri", this.properties.getJwkSetUri());
		checkPositive("connect-timeout", this.properties.getClient().getConnectTimeout());
		checkPositive("read-timeout", this.properties.getClient().getReadTimeout());
		checkPositive("api-call-timeout", this.properties.getClient().getApiCallTimeout());
	}

	private void checkUnconfigured() {
		String action = "Set 'cognitex.user-pool-id' and 'cognitex.client-id' to the IDs of your user pool and app client";
		List<String> others = others();
		if (!others.isEmpty()) {
			String set = String.join(" and ", others);
			add("'cognitex.user-pool-id' and 'cognitex.client-id' are missing beside " + set + ".", action
					+ (this.embedded.present() ? ", or remove " + set + " to run on the embedded user pool." : "."));
		}
		else if (this.embedded.asked()) {
			add("'cognitex.embedded.enabled' is true, but cognitex-embedded is not on the classpath.",
					"Add a dependency on 'io.cognitex:cognitex-embedded'.");
		}
		else if (this.embedded.refused()) {
			add("No user pool is configured, and 'cognitex.embedded.enabled' is false.",
					action + ", or remove 'cognitex.embedded.enabled'.");
		}
		else if (this.embedded.present()) {
			add("No user pool is configured, and the embedded one does not start unasked in a packaged application,"
					+ " on a cloud platform or outside a build directory.",
					action + ". If this application shall run on the embedded user pool, which forgets all"
							+ " accounts when it stops, set 'cognitex.embedded.enabled' to true.");
		}
		else {
			add("No user pool is configured.",
					action + ". To develop without AWS, add a dependency on 'io.cognitex:cognitex-embedded'."
							+ " To switch Cognitex off, set 'cognitex.enabled' to false.");
		}
	}

	/**
	 * What is set of a Cognito that is not named: reason enough not to run on another.
	 */
	private List<String> others() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("client-secret", this.properties.getClientSecret());
		values.put("region", this.properties.getRegion());
		values.put("endpoint", this.properties.getEndpoint());
		values.put("issuer", this.properties.getIssuer());
		values.put("jwk-set-uri", this.properties.getJwkSetUri());
		return values.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() != null)
			.map((entry) -> "'cognitex." + entry.getKey() + "'")
			.toList();
	}

	private void checkUserPoolId(@Nullable String userPoolId) {
		String action = "Set 'cognitex.user-pool-id' to the ID of your user pool, such as 'eu-central-1_AbCdEfGhI'.";
		if (userPoolId == null) {
			add("'cognitex.client-id' is set, but 'cognitex.user-pool-id' is not.", action);
		}
		else if (checkNotBlank("user-pool-id", userPoolId, action) && regionOf(userPoolId) == null) {
			add("'cognitex.user-pool-id' is '" + userPoolId + "', which is not the ID of a user pool.", action);
		}
	}

	private void checkClientId(@Nullable String clientId) {
		String action = "Set 'cognitex.client-id' to the ID (not the name) of an app client of your user pool.";
		if (clientId == null) {
			add("'cognitex.user-pool-id' is set, but 'cognitex.client-id' is not.", action);
		}
		else if (checkNotBlank("client-id", clientId, action) && !CLIENT_ID.matcher(clientId).matches()) {
			add("'cognitex.client-id' is '" + clientId + "', which is not the ID of an app client.", action);
		}
	}

	private void checkEmbedded() {
		if (this.embedded.asked()) {
			add("A user pool is configured, and 'cognitex.embedded.enabled' is true as well.",
					"Remove 'cognitex.embedded.enabled' to use the configured user pool,"
							+ " or 'cognitex.user-pool-id' and 'cognitex.client-id' to use the embedded one.");
		}
	}

	private void checkRegion() {
		String region = this.properties.getRegion();
		String action = "Remove 'cognitex.region' to take the region from the user pool ID.";
		if (!checkNotBlank("region", region, action) || region == null || this.properties.getEndpoint() != null) {
			return;
		}
		String userPoolId = this.properties.getUserPoolId();
		String expected = regionOf(userPoolId);
		if (expected != null && !expected.equals(region)) {
			add("'cognitex.region' is '" + region + "', but the user pool '" + userPoolId + "' is in '" + expected
					+ "'.", action);
		}
	}

	private void checkIssuer(@Nullable String issuer) {
		String action = "Set 'cognitex.issuer' to the 'iss' of the user pool's tokens, or remove it to derive it.";
		if (!checkNotBlank("issuer", issuer, action) || issuer == null) {
			return;
		}
		try {
			checkAddress("issuer", new URI(issuer));
		}
		catch (URISyntaxException ex) {
			add("'cognitex.issuer' is '" + issuer + "', which is not an address.", action);
		}
	}

	private void checkAddress(String name, @Nullable URI address) {
		if (address == null) {
			return;
		}
		boolean http = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
		if (!http || !StringUtils.hasText(address.getHost())) {
			add("'cognitex." + name + "' is '" + address + "', which is not an HTTP address.",
					"Set 'cognitex." + name + "' to an address such as 'https://host.example.com', or remove it.");
		}
	}

	private void checkPositive(String name, Duration timeout) {
		if (timeout.toMillis() <= 0) {
			add("'cognitex.client." + name + "' is shorter than a millisecond.",
					"Set 'cognitex.client." + name + "' to a time span such as '5s', or remove it.");
		}
	}

	private boolean checkNotBlank(String name, @Nullable String value, String action) {
		if (value != null && !StringUtils.hasText(value)) {
			add("'cognitex." + name + "' is blank.", action);
			return false;
		}
		return true;
	}

	private @Nullable String regionOf(@Nullable String userPoolId) {
		try {
			return (userPoolId != null) ? CognitoUserPool.of(userPoolId).region() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private void add(String description, String action) {
		this.problems.add(new ConfigurationProblem(description, action));
	}

}
