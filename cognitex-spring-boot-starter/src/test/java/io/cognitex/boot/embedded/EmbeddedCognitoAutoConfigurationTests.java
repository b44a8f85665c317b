package io.cognitex.boot.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.boot.CognitexAutoConfiguration;
import io.cognitex.boot.CognitexConfigurationException;
import io.cognitex.boot.CognitoConnectionDetails;
import io.cognitex.boot.ConfigurationProblem;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link EmbeddedCognitoAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedCognitoAutoConfigurationTests {

	private final ApplicationContextRunner server = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(EmbeddedCognitoAutoConfiguration.class, CognitexAutoConfiguration.class))
		.withPropertyValues("spring.main.cloud-platform=none");

	/** Its application class lies in a build directory: this module's. */
	private final ApplicationContextRunner development = this.server.withUserConfiguration(Application.class);

	private final ApplicationContextRunner asked = this.server.withPropertyValues("cognitex.embedded.enabled=true");

	@Test
	void contextWhenNotInABuildDirectoryThenFailsAndSaysHowToAsk() {
		this.server.run((context) -> assertProblem(context, "does not start unasked"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kubernetes", "cloud_foundry", "heroku", "azure_app_service" })
	void contextWhenOnACloudPlatformThenFails(String platform) {
		this.development.withPropertyValues("spring.main.cloud-platform=" + platform)
			.run((context) -> assertProblem(context, "does not start unasked"));
	}

	@Test
	void contextWhenCompiledAheadOfTimeThenFails() {
		this.development.withSystemProperties("spring.aot.processing=true")
			.run((context) -> assertProblem(context, "does not start unasked"));
	}

	@Test
	void contextWhenSwitchedOffThenFails() {
		this.development.withPropertyValues("cognitex.embedded.enabled=false")
			.run((context) -> assertProblem(context, "'cognitex.embedded.enabled' is false"));
	}

	@Test
	void contextWhenAbsentThenFails() {
		this.development.withClassLoader(new FilteredClassLoader(EmbeddedCognito.class))
			.run((context) -> assertProblem(context, "No user pool is configured."));
	}

	@Test
	void contextWhenAskedForBesideAPoolThenFails() {
		this.asked
			.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789")
			.run((context) -> assertProblem(context, "'cognitex.embedded.enabled' is true as well"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "user-pool-id=", "client-id=1example23456789", "client-secret=s3cret",
			"region=eu-central-1", "endpoint=http://localhost:9229", "issuer=http://localhost:9229/pool" })
	void contextWhenAnythingOfAnotherCognitoIsConfiguredThenFails(String property) {
		this.development.withPropertyValues("cognitex." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(CognitexConfigurationException.class));
	}

	@Test
	void contextWhenThereIsACustomizerThenChangesSettingsAndPool() {
		EmbeddedCognitoCustomizer customizer = new EmbeddedCognitoCustomizer() {

			@Override
			public void customize(EmbeddedCognitoBuilder settings) {
				settings.region("eu-central-1");
			}

			@Override
			public void started(EmbeddedCognito cognito) {
				cognito.addUser(EmbeddedUser.named("bob").password("Passw0rd!").build());
			}

		};
		this.asked.withBean(EmbeddedCognitoCustomizer.class, () -> customizer).run((context) -> {
			assertThat(context.getBean(EmbeddedCognito.class).region()).isEqualTo("eu-central-1");
			assertThat(context.getBean(CognitoAccountManager.class).authenticate("bob", "Passw0rd!"))
				.isInstanceOf(SignIn.Completed.class);
		});
	}

	@Test
	void contextWhenUsersAreWrongThenFailsWithAll() {
		this.asked
			.withPropertyValues("cognitex.embedded.users[0].username=alice",
					"cognitex.embedded.users[1].password=Passw0rd!", "cognitex.embedded.users[2].username=bob",
					"cognitex.embedded.users[2].password=qwertz")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(CognitexConfigurationException.class, (ex) -> {
					assertThat(ex.getProblems()).extracting(ConfigurationProblem::description)
						.hasSize(3)
						.startsWith("'cognitex.embedded.users[0].password' is not set.",
								"'cognitex.embedded.users[1].username' is not set.");
					assertThat(ex.getProblems().get(2).description()).startsWith("'cognitex.embedded.users[2]': ");
					assertThat(ex.getMessage()).doesNotContain("qwertz", "Passw0rd!");
				}));
	}

	@Test
	void contextWhenUsernameAttributesAreWrongThenFails() {
		this.asked.withPropertyValues("cognitex.embedded.username-attributes=mail")
			.run((context) -> assertProblem(context, "'cognitex.embedded.username-attributes' is [mail]."));
	}

	@Test
	void contextWhenIdsAreWrongThenFailsWithAll() {
		this.asked.withPropertyValues("cognitex.embedded.user-pool-id=Local0001", "cognitex.embedded.client-id=the web")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(CognitexConfigurationException.class,
						(ex) -> assertThat(ex.getProblems()).extracting(ConfigurationProblem::description)
							.containsExactly("'cognitex.embedded.user-pool-id' is Local0001.",
									"'cognitex.embedded.client-id' is the web.")));
	}

	@Test
	void contextWhenPortIsTakenThenFailsAndSaysWhatToDo() {
		try (EmbeddedCognito other = EmbeddedCognito.start()) {
			this.asked.withPropertyValues("cognitex.embedded.port=" + other.endpoint().getPort())
				.run((context) -> assertProblem(context, "Cannot listen on port " + other.endpoint().getPort()));
		}
	}

	@Test
	void contextWhenPortAndIdsAreGivenThenTheyCount() throws IOException {
		int port = freePort();
		this.asked
			.withPropertyValues("cognitex.embedded.port=" + port, "cognitex.embedded.user-pool-id=us-east-1_Local0001",
					"cognitex.embedded.client-id=web")
			.run((context) -> {
				CognitoConnectionDetails connection = context.getBean(CognitoConnectionDetails.class);

				assertThat(connection.getEndpoint()).hasPort(port);
				assertThat(connection.getUserPoolId()).isEqualTo("us-east-1_Local0001");
				assertThat(connection.getClientId()).isEqualTo("web");
			});
	}

	@Test
	void contextWhenDisabledThenHasNoPool() {
		this.development.withPropertyValues("cognitex.enabled=false", "cognitex.embedded.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedCognito.class));
	}

	@Test
	void contextWhenPoolIsConfiguredThenHasNoEmbeddedPool() {
		this.development
			.withPropertyValues("cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(EmbeddedCognito.class)
				.hasSingleBean(CognitoConnectionDetails.class));
	}

	@Test
	void contextWhenApplicationBringsConnectionDetailsThenHasNoEmbeddedPool() {
		try (EmbeddedCognito own = EmbeddedCognito.start()) {
			this.development.withBean(CognitoConnectionDetails.class, () -> new EmbeddedCognitoConnectionDetails(own))
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedCognito.class));
		}
	}

	@Test
	void contextWhenInDevelopmentThenRunsOnItAndSaysSo(CapturedOutput output) {
		this.development
			.withPropertyValues("cognitex.embedded.users[0].username=alice",
					"cognitex.embedded.users[0].password=Passw0rd!")
			.run((context) -> {
				EmbeddedCognito cognito = context.getBean(EmbeddedCognito.class);

				assertThat(context).hasSingleBean(CognitoConnectionDetails.class);
				assertThat(output)
					.contains("WARN", "EMBEDDED user pool", cognito.endpoint().toString(), cognito.userPoolId(),
							cognito.clientId(), "alice")
					.doesNotContain("Passw0rd!");
			});
	}

	@Test
	void contextWhenAskedThenRunsOnItAnywhere() {
		this.asked.withPropertyValues("spring.main.cloud-platform=kubernetes")
			.run((context) -> assertThat(context).hasSingleBean(EmbeddedCognito.class));
	}

	@Test
	void accountManagerWhenUsersAreConfiguredThenTheySignIn() {
		Map<String, Object> properties = Map.of("cognitex.embedded.username-attributes", "email",
				"cognitex.embedded.generate-client-secret", "true", "cognitex.embedded.users[0].username",
				"alice@example.com", "cognitex.embedded.users[0].password", "Passw0rd!",
				"cognitex.embedded.users[0].attributes[custom:plan]", "gold");

		this.asked
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("users", properties)))
			.run((context) -> {
				assertThat(context.getBean(CognitoConnectionDetails.class).getClientSecret()).isNotEmpty();

				CognitoAccountManager accounts = context.getBean(CognitoAccountManager.class);
				SignIn signIn = accounts.authenticate("alice@example.com", "Passw0rd!");

				assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class,
						(completed) -> assertThat(accounts.getUser(completed.tokens().accessToken()).attributes())
							.containsEntry("email", "alice@example.com")
							.containsEntry("custom:plan", "gold"));
			});
	}

	@Test
	void contextWhenApplicationBringsAnEmbeddedPoolThenUsesIt() {
		this.asked.withBean(EmbeddedCognito.class, () -> EmbeddedCognito.builder().region("eu-central-1").start())
			.run((context) -> assertThat(context.getBean(CognitoConnectionDetails.class).getUserPoolId())
				.startsWith("eu-central-1_"));
	}

	@Test
	void contextWhenClosedThenPoolIsStopped() {
		AtomicReference<URI> endpoint = new AtomicReference<>();
		this.asked.run((context) -> endpoint.set(context.getBean(EmbeddedCognito.class).endpoint()));

		assertThatIOException().isThrownBy(() -> connect(endpoint.get()));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void connect(URI endpoint) throws IOException {
		new Socket(endpoint.getHost(), endpoint.getPort()).close();
	}

	@Test
	void administrationWhenThereAreNoAwsCredentialsThenWorks() {
		this.asked
			.withPropertyValues("cognitex.embedded.users[0].username=alice",
					"cognitex.embedded.users[0].password=Passw0rd!")
			.run((context) -> assertThat(context.getBean(CognitoAccountManager.class).adminGetUser("alice").username())
				.isEqualTo("alice"));
	}

	private static void assertProblem(AssertableApplicationContext context, String description) {
		assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(CognitexConfigurationException.class)
			.hasMessageContaining(description);
	}

	@SpringBootConfiguration
	static class Application {

	}

}
