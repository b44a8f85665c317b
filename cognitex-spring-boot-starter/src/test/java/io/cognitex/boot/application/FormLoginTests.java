package io.cognitex.boot.application;

import java.net.http.HttpResponse;
import java.util.Map;

import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Form login to an application without a line of security, over HTTP.
 */
@SpringBootTest(classes = PlainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.embedded.enabled=true", "cognitex.embedded.users[0].username=alice",
				"cognitex.embedded.users[0].password=Passw0rd!",
				"cognitex.embedded.users[0].attributes.email=alice@example.com",
				"cognitex.embedded.users[0].groups=admin" })
class FormLoginTests {

	private TestBrowser browser;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.browser = new TestBrowser(port);
	}

	@Test
	void loginWhenCsrfTokenIsMissingThenForbidden() {
		HttpResponse<String> response = this.browser.post("/login",
				Map.of("username", "alice", "password", "Passw0rd!"));

		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(this.browser.get("/who", "Accept", "text/html").statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "alice, Wrong-passw0rd", "nobody, Passw0rd!", "'', Passw0rd!", "alice, ''", "' ', ' '" })
	void loginWhenRefusedThenPageSaysSoAndNobodyIsLoggedIn(String username, String password) {
		HttpResponse<String> response = this.browser.login(username, password);

		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(TestBrowser.location(response)).isEqualTo("/login?error");
		assertThat(this.browser.get("/login?error").body()).contains("The username or password is not correct.")
			.doesNotContain("Passw0rd!", "Wrong-passw0rd", "Exception");
		assertThat(this.browser.get("/who", "Accept", "application/json").statusCode()).isEqualTo(401);
	}

	@Test
	void loginWhenUserIsUnknownThenLooksLikeAWrongPassword() {
		HttpResponse<String> wrong = this.browser.login("alice", "Wrong-passw0rd");
		String wrongPage = this.browser.get("/login?error").body();

		HttpResponse<String> unknown = this.browser.login("nobody", "Wrong-passw0rd");
		String unknownPage = this.browser.get("/login?error").body();

		assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
		assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
		assertThat(withoutCsrf(unknownPage).replace("nobody", "alice")).isEqualTo(withoutCsrf(wrongPage));
	}

	@Test
	void loginWhenFieldsAreHugeThenRefused() {
		this.browser.login("a".repeat(10_000), "b".repeat(10_000));

		assertThat(this.browser.get("/login?error").body()).contains("The username or password is not correct.")
			.doesNotContain("b".repeat(100));
	}

	@Test
	void loginWhenRefusedThenPageKeepsTheUsernameEscaped() {
		this.browser.login("<i>alice\"", "Wrong-passw0rd");

		assertThat(this.browser.get("/login?error").body()).contains("&lt;i&gt;alice&quot;").doesNotContain("<i>");
	}

	@Test
	void loginWhenCognitoAsksForAnotherStepThenNobodyIsLoggedIn(@Autowired EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("temporary")
			.password("Passw0rd!")
			.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)
			.build());

		HttpResponse<String> response = this.browser.login("temporary", "Passw0rd!");

		assertThat(TestBrowser.location(response)).isEqualTo("/login/challenge");
		assertThat(this.browser.get("/login/challenge").body()).contains("Choose a new password");
		assertThat(this.browser.get("/who", "Accept", "application/json").statusCode()).isEqualTo(401);
	}

	@Test
	void loginWhenUserIsDisabledThenLooksLikeAWrongPassword(@Autowired EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("disabled").password("Passw0rd!").enabled(false).build());

		this.browser.login("disabled", "Passw0rd!");

		assertThat(this.browser.get("/login?error").body()).contains("The username or password is not correct.");
	}

	@Test
	void requestWhenNotLoggedInThenGoesToTheLoginPage() {
		HttpResponse<String> response = this.browser.get("/who", "Accept", "text/html");

		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(TestBrowser.location(response)).endsWith("/login");
	}

	@Test
	void loginWhenRightThenGoesWhereTheUserWantedToGo() {
		this.browser.get("/other", "Accept", "text/html");

		HttpResponse<String> response = this.browser.login("alice", "Passw0rd!");

		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(TestBrowser.location(response)).contains("/other");
		assertThat(this.browser.get("/other").body()).contains("\"name\":\"alice\"", "\"email\":\"alice@example.com\"",
				"\"type\":\"CognitoAuthentication\"", "\"ROLE_admin\"", "\"FACTOR_PASSWORD\"");
	}

	@Test
	void loginWhenRightThenSessionIdChanges() {
		this.browser.get("/who", "Accept", "text/html");
		String before = this.browser.sessionId();

		this.browser.login("alice", "Passw0rd!");

		assertThat(before).isNotEmpty();
		assertThat(this.browser.sessionId()).isNotEmpty().isNotEqualTo(before);
	}

	@Test
	void logoutWhenCsrfTokenIsMissingThenStaysLoggedIn() {
		this.browser.login("alice", "Passw0rd!");

		assertThat(this.browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
		assertThat(this.browser.get("/who").statusCode()).isEqualTo(200);
	}

	@Test
	void logoutWhenLoggedInThenSessionIsGone() {
		this.browser.login("alice", "Passw0rd!");

		HttpResponse<String> response = this.browser.submit("/logout", "/logout", Map.of());

		assertThat(TestBrowser.location(response)).isEqualTo("/login?logout");
		assertThat(this.browser.get("/who", "Accept", "application/json").statusCode()).isEqualTo(401);
	}

	private static String withoutCsrf(String page) {
		return page.replaceAll("name=\"_csrf\"[^>]+>", "");
	}

}
