package io.cognitex.boot.application;

import java.net.http.HttpResponse;
import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTP Basic to an application without a line of security, over HTTP.
 */
@SpringBootTest(classes = PlainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.embedded.enabled=true", "cognitex.embedded.users[0].username=alice",
				"cognitex.embedded.users[0].password=Passw0rd!",
				"cognitex.embedded.users[0].attributes.email=alice@example.com",
				"cognitex.embedded.users[0].groups=admin" })
class BasicLoginTests {

	private TestBrowser browser;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.browser = new TestBrowser(port);
	}

	@ParameterizedTest
	@CsvSource({ "alice, Wrong-passw0rd", "nobody, Passw0rd!", "'', ''" })
	void requestWhenCredentialsAreWrongThenUnauthorized(String username, String password) {
		HttpResponse<String> response = this.browser.get("/who", "Authorization",
				TestBrowser.basic(username, password));

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Realm\"");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("The username or password is not correct.")
			.doesNotContain("Passw0rd!", "Wrong-passw0rd");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic", "Basic ", "Basic !!!", "Basic YWxpY2U=", "Basic \u00e4" })
	void requestWhenHeaderIsMalformedThenUnauthorized(String header) {
		HttpResponse<String> response = this.browser.get("/who", "Authorization", header, "Accept", "application/json");

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
	}

	@Test
	void requestWhenCredentialsAreHugeThenUnauthorized() {
		HttpResponse<String> response = this.browser.get("/who", "Authorization",
				TestBrowser.basic("alice", "b".repeat(4_000)));

		assertThat(response.statusCode()).isEqualTo(401);
	}

	@Test
	void requestWhenCognitoAsksForAnotherStepThenSaysSo(@Autowired EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("temporary-basic")
			.password("Passw0rd!")
			.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)
			.build());

		HttpResponse<String> response = this.browser.get("/who", "Authorization",
				TestBrowser.basic("temporary-basic", "Passw0rd!"));

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("urn:cognitex:challenge", "NEW_PASSWORD_REQUIRED");
		assertThat(this.browser.sessionId()).isEmpty();
	}

	@Test
	void postWhenCsrfTokenIsMissingThenForbidden() {
		HttpResponse<String> response = this.browser.post("/who", Map.of(), "Authorization",
				TestBrowser.basic("alice", "Passw0rd!"));

		assertThat(response.statusCode()).isEqualTo(403);
	}

	@Test
	void healthWhenNobodyIsLoggedInThenOpenAndOnlyHealth() {
		assertThat(this.browser.get("/actuator/health", "Accept", "application/json").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/actuator", "Accept", "application/json").statusCode()).isEqualTo(401);
	}

	@Test
	void requestWhenCredentialsAreRightThenAuthenticatedWithoutSession() {
		HttpResponse<String> response = this.browser.get("/who", "Authorization",
				TestBrowser.basic("alice", "Passw0rd!"));

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"name\":\"alice\"", "\"ROLE_admin\"", "\"FACTOR_PASSWORD\"");
		assertThat(this.browser.sessionId()).isEmpty();
	}

	@Test
	void requestsWhenCredentialsAreTheSameThenOneSignIn(@Autowired EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("busy").password("Passw0rd!").build());
		cognito.clearCalls();

		for (int i = 0; i < 5; i++) {
			assertThat(statusOf("busy", "Passw0rd!")).isEqualTo(200);
			assertThat(statusOf("busy", "Wrong-passw0rd-" + i)).isEqualTo(401);
		}

		assertThat(signIns(cognito, "busy")).isEqualTo(1 + 5);
	}

	@Test
	void requestWhenPasswordHasChangedThroughTheApplicationThenOldOneIsRefused(@Autowired EmbeddedCognito cognito,
			@Autowired CognitoAccountManager accounts) {
		cognito.addUser(EmbeddedUser.named("careful").password("Passw0rd!").build());
		assertThat(statusOf("careful", "Passw0rd!")).isEqualTo(200);

		SignIn signIn = accounts.authenticate("careful", "Passw0rd!");
		accounts.changePassword(((SignIn.Completed) signIn).tokens().accessToken(), "Passw0rd!", "N3w-passw0rd!");

		assertThat(statusOf("careful", "Passw0rd!")).isEqualTo(401);
		assertThat(statusOf("careful", "N3w-passw0rd!")).isEqualTo(200);
	}

	private int statusOf(String username, String password) {
		return this.browser.get("/who", "Authorization", TestBrowser.basic(username, password)).statusCode();
	}

	private static long signIns(EmbeddedCognito cognito, String username) {
		return cognito.calls()
			.stream()
			.filter((call) -> call.operation().equals("InitiateAuth") && username.equals(call.username()))
			.count();
	}

}
