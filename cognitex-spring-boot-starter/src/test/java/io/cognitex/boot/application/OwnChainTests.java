package io.cognitex.boot.application;

import java.net.http.HttpResponse;
import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.boot.application.ownchain.OwnChainApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with filter chains of its own, over HTTP.
 */
@SpringBootTest(classes = OwnChainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.embedded.enabled=true", "cognitex.embedded.users[0].username=alice",
				"cognitex.embedded.users[0].password=Passw0rd!", "cognitex.embedded.users[0].groups=admin",
				"cognitex.embedded.users[1].username=bob", "cognitex.embedded.users[1].password=Passw0rd!" })
class OwnChainTests {

	@Autowired
	private CognitoAccountManager accounts;

	private TestBrowser browser;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.browser = new TestBrowser(port);
	}

	@Test
	void contextWhenApplicationHasChainsThenHasNoOther(@Autowired ApplicationContext context) {
		assertThat(context.getBeanNamesForType(SecurityFilterChain.class)).containsExactlyInAnyOrder("api", "pages");
	}

	@Test
	void apiWhenCredentialsAreBasicThenUnauthorized() {
		HttpResponse<String> response = this.browser.get("/api/me", "Authorization",
				TestBrowser.basic("alice", "Passw0rd!"));

		assertThat(response.statusCode()).isEqualTo(401);
	}

	@Test
	void apiWhenUserIsNotInTheGroupThenForbidden() {
		assertThat(this.browser.get("/api/me", "Authorization", "Bearer " + accessToken("bob")).statusCode())
			.isEqualTo(403);
	}

	@Test
	void apiWhenUserIsInTheGroupThenAnswers() {
		HttpResponse<String> response = this.browser.get("/api/me", "Authorization", "Bearer " + accessToken("alice"));

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("alice");
	}

	@Test
	void pageWhenSentATokenThenGoesToTheLoginPage() {
		HttpResponse<String> response = this.browser.get("/page", "Authorization", "Bearer " + accessToken("alice"));

		assertThat(response.statusCode()).isEqualTo(302);
	}

	@Test
	void loginWhenPasswordIsWrongThenGoesToTheApplicationsOwnPage() {
		HttpResponse<String> response = login("alice", "Wrong-passw0rd");

		assertThat(TestBrowser.location(response)).isEqualTo("/enter?error");
	}

	@Test
	void loginWhenRightThenLoggedIn() {
		login("alice", "Passw0rd!");

		assertThat(this.browser.get("/page").body()).isEqualTo("alice");
		assertThat(this.browser.get("/").body()).isEqualTo("start");
	}

	private HttpResponse<String> login(String username, String password) {
		return this.browser.submit("/enter", "/enter", Map.of("username", username, "password", password));
	}

	private String accessToken(String username) {
		return ((SignIn.Completed) this.accounts.authenticate(username, "Passw0rd!")).tokens().accessToken();
	}

}
