package io.cognitex.boot.application;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people and programs are told while Cognito is not well.
 */
@SpringBootTest(classes = PlainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.sign-in-flow=user-password-auth", "cognitex.client.read-timeout=300ms",
				"cognitex.client.api-call-timeout=700ms" })
@DirtiesContext
@Tag("slow")
class OutageTests {

	private static final String THROTTLED = """
			{"__type": "TooManyRequestsException", "message": "Rate exceeded"}
			""";

	private static final String CHALLENGE = """
			{"ChallengeName": "SMS_MFA", "Session": "%s", "ChallengeParameters": {"USER_ID_FOR_SRP": "alice",
			"CODE_DELIVERY_DELIVERY_MEDIUM": "SMS", "CODE_DELIVERY_DESTINATION": "+*******1234"}}
			""".formatted("s".repeat(100));

	private static final FaultyCognito cognito = new FaultyCognito();

	/** Has the keys, and issued a token while all was well. */
	private static final EmbeddedCognito healthy = EmbeddedCognito.start();

	private static final String token = TestTokens.of(healthy).accessToken();

	private TestBrowser browser;

	@DynamicPropertySource
	static void connect(DynamicPropertyRegistry registry) {
		registry.add("cognitex.endpoint", cognito::endpoint);
		registry.add("cognitex.user-pool-id", healthy::userPoolId);
		registry.add("cognitex.client-id", healthy::clientId);
		registry.add("cognitex.issuer", healthy::issuer);
	}

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.browser = new TestBrowser(port);
	}

	@AfterAll
	static void stop() {
		cognito.close();
		healthy.close();
	}

	static Stream<Named<Runnable>> faults() {
		return Stream.of(
				Named.of("internal error", () -> cognito.answers(500, "{\"__type\": \"InternalErrorException\"}")),
				Named.of("empty error", () -> cognito.answers(500, "")),
				Named.of("gateway page", () -> cognito.answers(502, "<html>Bad gateway</html>")),
				Named.of("garbage", () -> cognito.answers(200, "<html>Welcome to the captive portal</html>")),
				Named.of("truncated", () -> cognito.answers(200, "{\"AuthenticationResult\": {\"AccessTok")),
				Named.of("empty answer", () -> cognito.answers(200, "{}")),
				Named.of("throttling", () -> cognito.answers(400, THROTTLED)),
				Named.of("silence", cognito::staysSilent));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void loginWhenCognitoIsNotWellThenPageSaysSoAndKeepsTheUsername(Runnable fault) {
		fault.run();

		HttpResponse<String> response = this.browser.login("alice", "Passw0rd!");

		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(this.browser.get("/login?error").body()).contains("not possible at the moment", "value=\"alice\"")
			.doesNotContain("Passw0rd!", "Exception", "captive portal");
	}

	@ParameterizedTest
	@MethodSource("faults")
	void basicWhenCognitoIsNotWellThenUnavailable(Runnable fault) {
		fault.run();

		HttpResponse<String> response = this.browser.get("/who", "Authorization",
				TestBrowser.basic("alice", "Passw0rd!"));

		assertUnavailable(response);
	}

	@ParameterizedTest
	@MethodSource("faults")
	void bearerWhenCognitoIsNotWellThenUnavailable(Runnable fault) {
		fault.run();

		HttpResponse<String> response = this.browser.get("/who", "Authorization", "Bearer " + token);

		assertUnavailable(response);
	}

	@Test
	void bearerWhenKeysCannotBeHadThenUnavailable() {
		cognito.answers(500, "");
		try (ConfigurableApplicationContext application = run(healthy.endpoint(), cognito.endpoint())) {
			assertUnavailable(browserOf(application).get("/who", "Authorization", "Bearer " + token));
		}
	}

	@Test
	void basicWhenCognitoIsDownThenUnavailable() {
		FaultyCognito gone = new FaultyCognito();
		gone.close();
		try (ConfigurableApplicationContext application = run(gone.endpoint(), gone.endpoint())) {
			assertUnavailable(
					browserOf(application).get("/who", "Authorization", TestBrowser.basic("alice", "Passw0rd!")));
		}
	}

	@Test
	void startWhenCognitoIsThereThenNoCallIsMade() {
		try (FaultyCognito watched = new FaultyCognito();
				ConfigurableApplicationContext application = run(watched.endpoint(), watched.endpoint())) {
			assertThat(browserOf(application).get("/login").statusCode()).isEqualTo(200);
			assertThat(watched.calls()).isZero();
		}
	}

	@Test
	void bearerWhenTokenIsForgedAndCognitoIsDownThenUnauthorizedWithoutACall() {
		cognito.answers(500, "");
		int calls = cognito.calls();

		HttpResponse<String> response = this.browser.get("/who", "Authorization",
				"Bearer " + token.substring(0, token.length() - 8) + "AAAAAAAA");

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(cognito.calls()).isEqualTo(calls);
	}

	@Test
	void loginWhenCognitoAsksForACodeThenNobodyIsLoggedIn() {
		cognito.answers(200, CHALLENGE);

		this.browser.login("alice", "Passw0rd!");

		assertThat(this.browser.get("/login/challenge").body()).contains("name=\"code\"")
			.doesNotContain("s".repeat(100), "Passw0rd!");
		assertThat(this.browser.get("/who", "Accept", "application/json").statusCode()).isEqualTo(401);
	}

	private static ConfigurableApplicationContext run(URI endpoint, URI jwkSetUri) {
		return new SpringApplicationBuilder(PlainApplication.class).run("--server.port=0",
				"--cognitex.user-pool-id=" + healthy.userPoolId(), "--cognitex.client-id=" + healthy.clientId(),
				"--cognitex.issuer=" + healthy.issuer(), "--cognitex.endpoint=" + endpoint,
				"--cognitex.jwk-set-uri=" + jwkSetUri);
	}

	private static TestBrowser browserOf(ConfigurableApplicationContext application) {
		return new TestBrowser(((WebServerApplicationContext) application).getWebServer().getPort());
	}

	private static void assertUnavailable(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).doesNotContain("Passw0rd!", "Exception", "captive portal", "Rate exceeded");
	}

}
