package io.cognitex.boot.application;

import java.util.Map;

import io.cognitex.ClientMetadataSource;
import io.cognitex.boot.application.plain.PlainApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Cognito is told of the client and of the operation, on the wire.
 */
@SpringBootTest(classes = { PlainApplication.class, ThreatProtectionTests.Metadata.class },
		webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.user-pool-id=eu-central-1_AbCdEfGhI", "cognitex.client-id=1example23456789",
				"cognitex.sign-in-flow=user-password-auth", "cognitex.threat-protection.enabled=true" })
@DirtiesContext
@Tag("slow")
class ThreatProtectionTests {

	private static final FaultyCognito cognito = new FaultyCognito();

	private TestBrowser browser;

	@DynamicPropertySource
	static void connect(DynamicPropertyRegistry registry) {
		registry.add("cognitex.endpoint", cognito::endpoint);
	}

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		cognito.answers(400, "{\"__type\": \"NotAuthorizedException\"}");
		this.browser = new TestBrowser(port);
	}

	@AfterAll
	static void stop() {
		cognito.close();
	}

	@Test
	void loginWhenTheClientClaimsAnotherAddressThenThatOfTheConnectionIsSent() {
		this.browser.get("/who", "Authorization", TestBrowser.basic("alice", "Passw0rd!"), "X-Forwarded-For",
				"198.51.100.1");

		assertThat(cognito.lastRequest()).contains("\"UserContextData\":{\"IpAddress\":\"127.0.0.1\"}")
			.doesNotContain("198.51.100.1");
	}

	@Test
	void loginWhenThePageHasTheFingerprintThenItIsSent() {
		this.browser.submit("/login", "/login",
				Map.of("username", "alice", "password", "Passw0rd!", "cognitoAsfData", "fingerprint"));

		assertThat(cognito.lastRequest()).contains("\"EncodedData\":\"fingerprint\"");
	}

	@Test
	void loginWhenTheApplicationHasMetadataThenItIsSent() {
		this.browser.login("alice", "Passw0rd!");

		assertThat(cognito.lastRequest()).contains("\"ClientMetadata\":{\"operation\":\"InitiateAuth\"}");
	}

	@TestConfiguration
	static class Metadata {

		@Bean
		ClientMetadataSource clientMetadata() {
			return (operation) -> Map.of("operation", operation);
		}

	}

}
