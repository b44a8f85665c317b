package io.cognitex.boot.application;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access tokens for an application without a line of security, over HTTP.
 */
@SpringBootTest(classes = PlainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.embedded.enabled=true", "cognitex.embedded.users[0].username=alice",
				"cognitex.embedded.users[0].password=Passw0rd!",
				"cognitex.embedded.users[0].attributes.email=alice@example.com",
				"cognitex.embedded.users[0].groups=admin" })
class AccessTokenTests {

	@Autowired
	private CognitoAccountManager accounts;

	private TestBrowser browser;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.browser = new TestBrowser(port);
	}

	@Test
	void requestWhenThereIsNoTokenThenUnauthorized() {
		HttpResponse<String> response = this.browser.get("/who", "Accept", "application/json");

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer a b", "Bearer \"a\"", "Bearer \u00e4" })
	void requestWhenHeaderIsMalformedThenRefused(String header) {
		HttpResponse<String> response = this.browser.get("/who", "Authorization", header, "Accept", "application/json");

		assertThat(response.statusCode()).isIn(400, 401);
		assertThat(response.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((challenge) -> assertThat(challenge).startsWith("Bearer"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "x.y.z", "eyJhbGciOiJub25lIn0.e30." })
	void requestWhenTokenIsNoTokenThenUnauthorized(String token) {
		assertRefused(token);
	}

	@Test
	void requestWhenTokenIsForgedThenUnauthorized() {
		String token = tokens().accessToken();
		int signature = token.lastIndexOf('.') + 1;
		String other = (token.charAt(signature) == 'A') ? "B" : "A";

		assertRefused(token.substring(0, signature) + other + token.substring(signature + 1));
	}

	@Test
	void requestWhenTokenNamesAnotherUserThenUnauthorized() {
		String[] parts = tokens().accessToken().split("\\.");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("alice", "mallory");
		String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes());

		assertRefused(parts[0] + "." + forged + "." + parts[2]);
	}

	@Test
	void requestWhenTokenIsAnIdTokenThenUnauthorized() {
		assertRefused(tokens().idToken());
	}

	@Test
	void requestWhenTokenIsOfAnotherPoolThenUnauthorized() {
		try (EmbeddedCognito other = EmbeddedCognito.start()) {
			assertRefused(tokens(other).accessToken());
		}
	}

	@Test
	void requestWhenTokenIsGoodThenAuthenticatedWithoutSession() {
		HttpResponse<String> response = request(tokens().accessToken());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"type\":\"CognitoBearerAuthentication\"", "\"name\":\"alice\"",
				"\"email\":\"alice@example.com\"", "\"ROLE_admin\"", "\"SCOPE_aws.cognito.signin.user.admin\"");
		assertThat(this.browser.sessionId()).isEmpty();
	}

	@Test
	void postWhenTokenIsGoodThenNeedsNoCsrfToken() {
		HttpResponse<String> response = this.browser.post("/who", Map.of(), "Authorization",
				"Bearer " + tokens().accessToken());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("changed by alice");
	}

	@Test
	void requestWhenUserIsLoggedInAndSendsAnothersTokenThenAuthoritiesAreNotMixed(@Autowired EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("bob").password("Passw0rd!").build());
		this.browser.login("alice", "Passw0rd!");
		SignIn bob = this.accounts.authenticate("bob", "Passw0rd!");

		HttpResponse<String> response = request(((SignIn.Completed) bob).tokens().accessToken());

		assertThat(response.body()).contains("\"name\":\"bob\"").doesNotContain("ROLE_admin");
	}

	private void assertRefused(String token) {
		HttpResponse<String> response = request(token);

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
				(challenge) -> assertThat(challenge).startsWith("Bearer").contains("error=\"invalid_token\""));
		assertThat(response.body()).doesNotContain("Exception");
		if (token.length() > 100) {
			assertThat(response.body()).doesNotContain(token);
		}
	}

	private HttpResponse<String> request(String token) {
		return this.browser.get("/who", "Authorization", "Bearer " + token);
	}

	private CognitoTokens tokens() {
		return ((SignIn.Completed) this.accounts.authenticate("alice", "Passw0rd!")).tokens();
	}

	private static CognitoTokens tokens(EmbeddedCognito cognito) {
		return TestTokens.of(cognito);
	}

}
