package io.cognitex.boot;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionPropertiesCheck}.
 */
class ConnectionPropertiesCheckTests {

	private static final EmbeddedAvailability ABSENT = new EmbeddedAvailability(false, null);

	private static final EmbeddedAvailability PRESENT = new EmbeddedAvailability(true, null);

	@Test
	void problemsWhenNothingIsConfiguredThenSaysWhatToSet() {
		assertThat(actions(new CognitexProperties(), ABSENT)).contains("'cognitex.user-pool-id'")
			.contains("'cognitex.client-id'")
			.contains("io.cognitex:cognitex-embedded")
			.contains("'cognitex.enabled'");
	}

	@Test
	void problemsWhenEmbeddedIsPresentButDidNotStartThenSaysHowToAsk() {
		assertThat(descriptions(new CognitexProperties(), PRESENT)).contains("does not start unasked");
		assertThat(actions(new CognitexProperties(), PRESENT)).contains("set 'cognitex.embedded.enabled' to true");
	}

	@Test
	void problemsWhenEmbeddedIsSwitchedOffThenSaysSo() {
		EmbeddedAvailability refused = new EmbeddedAvailability(true, false);

		assertThat(descriptions(new CognitexProperties(), refused)).contains("'cognitex.embedded.enabled' is false");
	}

	@Test
	void problemsWhenEmbeddedIsAskedForButAbsentThenNamesTheDependency() {
		EmbeddedAvailability asked = new EmbeddedAvailability(false, true);

		assertThat(actions(new CognitexProperties(), asked)).contains("io.cognitex:cognitex-embedded");
	}

	@Test
	void problemsWhenOnlyOtherPropertiesAreSetThenNamesThem() {
		CognitexProperties properties = new CognitexProperties();
		properties.setClientSecret("s3cret");
		properties.setEndpoint(URI.create("http://localhost:9229"));
		EmbeddedAvailability asked = new EmbeddedAvailability(true, true);

		assertThat(descriptions(properties, PRESENT)).isEqualTo(descriptions(properties, asked))
			.isEqualTo("'cognitex.user-pool-id' and 'cognitex.client-id' are missing beside 'cognitex.client-secret'"
					+ " and 'cognitex.endpoint'.");
	}

	@Test
	void problemsWhenEmbeddedIsAskedForBesideAPoolThenAsksToChoose() {
		EmbeddedAvailability asked = new EmbeddedAvailability(true, true);

		assertThat(descriptions(sound(), asked)).contains("'cognitex.embedded.enabled' is true as well");
	}

	@Test
	void problemsWhenClientIdIsMissingThenNamesIt() {
		CognitexProperties properties = sound();
		properties.setClientId(null);

		assertThat(descriptions(properties, ABSENT))
			.isEqualTo("'cognitex.user-pool-id' is set, but 'cognitex.client-id' is not.");
	}

	@Test
	void problemsWhenUserPoolIdIsMissingThenNamesIt() {
		CognitexProperties properties = sound();
		properties.setUserPoolId(null);

		assertThat(descriptions(properties, ABSENT))
			.isEqualTo("'cognitex.client-id' is set, but 'cognitex.user-pool-id' is not.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AbCdEfGhI", "eu-central-1", "eu-central-1_", "eu-central-1_Ab-Cd", " eu-central-1_AbCd",
			"arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_AbCd" })
	void problemsWhenUserPoolIdIsMalformedThenNamesIt(String userPoolId) {
		CognitexProperties properties = sound();
		properties.setUserPoolId(userPoolId);

		assertThat(descriptions(properties, ABSENT))
			.isEqualTo("'cognitex.user-pool-id' is '" + userPoolId + "', which is not the ID of a user pool.");
	}

	@Test
	void problemsWhenClientIdIsANameThenSaysSo() {
		CognitexProperties properties = sound();
		properties.setClientId("my web app");

		assertThat(actions(properties, ABSENT)).contains("the ID (not the name) of an app client");
	}

	@Test
	void problemsWhenRegionContradictsTheUserPoolIdThenNamesBoth() {
		CognitexProperties properties = sound();
		properties.setRegion("us-east-1");

		assertThat(descriptions(properties, ABSENT)).isEqualTo(
				"'cognitex.region' is 'us-east-1', but the user pool 'eu-central-1_AbCdEfGhI' is in 'eu-central-1'.");
	}

	@Test
	void problemsWhenRegionDiffersAtAnotherEndpointThenNone() {
		CognitexProperties properties = sound();
		properties.setUserPoolId("local_1AbCd");
		properties.setRegion("us-east-1");
		properties.setEndpoint(URI.create("http://localhost:9229"));

		assertThat(ConnectionPropertiesCheck.problems(properties, ABSENT)).isEmpty();
	}

	@Test
	void problemsWhenSeveralValuesAreBlankThenNamesEach() {
		CognitexProperties properties = new CognitexProperties();
		properties.setUserPoolId("");
		properties.setClientId(" ");
		properties.setClientSecret("");
		properties.setRegion(" ");
		properties.setIssuer("");

		assertThat(ConnectionPropertiesCheck.problems(properties, PRESENT)).extracting("description")
			.containsExactly("'cognitex.user-pool-id' is blank.", "'cognitex.client-id' is blank.",
					"'cognitex.client-secret' is blank.", "'cognitex.region' is blank.", "'cognitex.issuer' is blank.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost:9229", "cognito", "ftp://localhost", "https:///path" })
	void problemsWhenAddressesAreNotHttpThenNamesThem(String address) {
		CognitexProperties properties = sound();
		properties.setEndpoint(URI.create(address));
		properties.setJwkSetUri(URI.create(address));

		assertThat(descriptions(properties, ABSENT)).contains("'cognitex.endpoint' is", "'cognitex.jwk-set-uri' is");
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu-central-1_AbCdEfGhI", "https://issuer example" })
	void problemsWhenIssuerIsNoAddressThenNamesIt(String issuer) {
		CognitexProperties properties = sound();
		properties.setIssuer(issuer);

		assertThat(descriptions(properties, ABSENT)).startsWith("'cognitex.issuer' is '" + issuer + "'");
	}

	@Test
	void problemsWhenPoolAndClientAreSetThenNone() {
		assertThat(ConnectionPropertiesCheck.problems(sound(), ABSENT)).isEmpty();
		assertThat(ConnectionPropertiesCheck.problems(sound(), PRESENT)).isEmpty();
	}

	private static CognitexProperties sound() {
		CognitexProperties properties = new CognitexProperties();
		properties.setUserPoolId("eu-central-1_AbCdEfGhI");
		properties.setClientId("1example23456789");
		return properties;
	}

	private static String descriptions(CognitexProperties properties, EmbeddedAvailability embedded) {
		return join(ConnectionPropertiesCheck.problems(properties, embedded)
			.stream()
			.map(ConfigurationProblem::description)
			.toList());
	}

	private static String actions(CognitexProperties properties, EmbeddedAvailability embedded) {
		return join(ConnectionPropertiesCheck.problems(properties, embedded)
			.stream()
			.map(ConfigurationProblem::action)
			.toList());
	}

	private static String join(List<String> sentences) {
		return sentences.stream().collect(Collectors.joining("\n"));
	}

}
