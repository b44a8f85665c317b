package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Tests for {@link CognitoPasskeysConfigurer}; a browser that makes passkeys is in the
 * tests of the sample.
 */
class CognitoPasskeysConfigurerTests {

	private static final String PAGE = "/account/passkeys";

	private static final String PASSWORD = "Passw0rd!";

	private final EmbeddedCognito pool = EmbeddedCognito.builder()
		.explicitAuthFlows("ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
		.allowedFirstAuthFactors("PASSWORD", "EMAIL_OTP", "WEB_AUTHN")
		.relyingParty("localhost", "preferred")
		.start();

	private final TestApplication application = TestApplication
		.with(CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.build())
		.start((http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.passwordless(true))
			.with(new CognitoPasskeysConfigurer()));

	private final TestBrowser browser = new TestBrowser(this.application);

	CognitoPasskeysConfigurerTests() {
		this.pool
			.addUser(EmbeddedUser.named("alice").password(PASSWORD).attribute("email", "alice@example.com").build());
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pool.close();
	}

	@Test
	void pageWhenNotLoggedInThenLoginPage() {
		assertThat(TestBrowser.location(this.browser.get(PAGE))).endsWith("/login");
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void pageWhenLoggedInByAnotherSystemThenForbidden() {
		assertThat(this.application.mvc().get().uri(PAGE).with(user("alice"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void changeWhenCsrfTokenIsMissingThenForbidden() {
		this.browser.login("alice", PASSWORD);
		this.pool.clearCalls();

		for (String uri : new String[] { PAGE, PAGE + "/options" }) {
			assertThat(this.application.mvc().post().uri(uri).session(this.browser.session()))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void registerWhenItWasNotBegunThenSaysSo() {
		this.browser.login("alice", PASSWORD);

		String location = TestBrowser.location(post(PAGE, "credential", "{}"));

		assertThat(location).startsWith(PAGE + "?error=");
		assertThat(page(location)).contains("role=\"alert\" id=\"error\"", "<title>Error: Your passkeys</title>");
	}

	@Test
	void registerWhenCredentialIsNoJsonThenRefused() {
		this.browser.login("alice", PASSWORD);

		assertThat(TestBrowser.location(post(PAGE, "credential", "<b>"))).isEqualTo(PAGE + "?error=REFUSED");
		assertThat(TestBrowser.location(post(PAGE, "other", "1"))).isEqualTo(PAGE + "?error=REFUSED");
	}

	@Test
	void pageWhenErrorIsOfSomebodysOwnThenSaysNothing() {
		this.browser.login("alice", PASSWORD);

		assertThat(page(PAGE + "?error=<b>boo</b>")).doesNotContain("boo", "id=\"error\"");
	}

	@Test
	void optionsWhenPoolIsDownThenProblemInWords() {
		this.browser.login("alice", PASSWORD);
		this.pool.close();

		MvcTestResult result = post(PAGE + "/options", "credential", "");

		assertThat(result).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasContentType("application/problem+json")
			.bodyText()
			.contains("Passkeys cannot be reached at the moment.");
	}

	@Test
	void pageWhenTokenIsNotAcceptedThenLoginPage() {
		this.browser.login("alice", PASSWORD);
		this.pool.advanceClock(Duration.ofHours(2));

		assertThat(TestBrowser.location(this.browser.get(PAGE))).endsWith("/login");
	}

	@Test
	void optionsThenWhatABrowserTakes() {
		this.browser.login("alice", PASSWORD);

		assertThat(post(PAGE + "/options", "credential", "")).hasStatusOk()
			.hasContentType("application/json")
			.bodyText()
			.contains("\"challenge\"", "\"rp\"", "localhost");
	}

	@Test
	void pageThenListsPasskeysUnderAStrictPolicy() {
		this.browser.login("alice", PASSWORD);

		MvcTestResult result = this.browser.get(PAGE);

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("You have no passkey yet.", "data-passkey-options=\"/account/passkeys/options\"",
					"src=\"/cognitex/passkey.js\" defer");
		assertThat(result.getResponse().getHeader("Content-Security-Policy")).contains("script-src 'self'");
	}

	@Test
	void scriptIsForEverybody() {
		assertThat(this.browser.get("/cognitex/passkey.js")).hasStatusOk()
			.hasContentTypeCompatibleWith("text/javascript");
	}

	@Test
	void loginPageOffersToGoOnWithoutAPassword() {
		assertThat(this.browser.get("/login")).bodyText()
			.contains("name=\"passwordless\" value=\"\" formnovalidate>Log in without a password");
	}

	@Test
	void loginWithoutAPasswordThenCognitoAsksWhatTheAccountHas() {
		MvcTestResult result = post("/login", "username", "alice", "password", "ignored", "passwordless", "");

		assertThat(TestBrowser.location(result)).isEqualTo("/login/challenge");
		assertThat(this.browser.challengePage()).contains("value=\"EMAIL_OTP\"", "value=\"PASSWORD\"");
		assertThat(this.browser.isLoggedIn()).isFalse();
	}

	@Test
	void loginWithoutAPasswordWhenAFactorIsPreferredThenItIsAsked() {
		post("/login", "username", "alice", "passwordless", "EMAIL_OTP");

		assertThat(this.browser.challengePage()).contains("A code was sent by e-mail");
	}

	private String page(String uri) {
		return new String(this.browser.get(uri).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult post(String uri, String... fields) {
		var request = this.application.mvc().post().uri(uri).session(this.browser.session()).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

}
