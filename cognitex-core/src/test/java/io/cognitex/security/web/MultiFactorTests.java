package io.cognitex.security.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoFactors;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for Spring Security's multi-factor authentication with Cognito's factors.
 */
class MultiFactorTests {

	private static final Consumer<HttpSecurity> LOGIN = (http) -> http.with(new CognitoLoginConfigurer());

	private static final TestApplication MULTI_FACTOR = TestApplication
		.with(StubAccountManager.answering(TestTokens.completed()))
		.configuration(MultiFactorConfiguration.class)
		.start(LOGIN);

	private final MockHttpSession session = new MockHttpSession();

	private TestApplication application = MULTI_FACTOR;

	@AfterAll
	static void close() {
		MULTI_FACTOR.close();
	}

	@Test
	void requestWhenFactorIsMissingThenLoginPageSaysWhich() {
		login();

		MvcTestResult result = get("/app");

		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login?factor=software_token&reason=missing");
		assertThat(get("/login?factor=software_token&reason=missing")).bodyText()
			.contains("This needs a login with a code from your authenticator app.", "name=\"password\"");
	}

	@Test
	void requestWhenFactorIsTooOldThenLoginPageSaysSo() {
		loggedIn(factor(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY, Duration.ofMinutes(11)));

		assertThat(get("/app")).hasStatusOk();
		assertThat(get("/app/recent").getResponse().getRedirectedUrl())
			.isEqualTo("/login?factor=software_token&reason=expired");
		assertThat(get("/login?factor=software_token&reason=expired")).bodyText()
			.contains("You logged in with a code from your authenticator app a while ago.");
	}

	@Test
	void requestWhenFactorIsRecentThenServed() {
		loggedIn(factor(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY, Duration.ofMinutes(9)));

		assertThat(get("/app/recent")).hasStatusOk();
	}

	@Test
	void requestWhenFactorIsMissingAndJsonIsAskedForThenProblem() {
		login();

		MvcTestResult result = this.application.mvc()
			.get()
			.uri("/app")
			.accept(MediaType.APPLICATION_JSON)
			.session(this.session)
			.exchange();

		assertThat(result).hasStatus(401)
			.hasContentType("application/problem+json")
			.hasHeader("WWW-Authenticate", "Cognito factor=\"SOFTWARE_TOKEN\"");
		assertThat(result).bodyText()
			.isEqualTo("{\"type\":\"urn:cognitex:factor\",\"factor\":\"SOFTWARE_TOKEN\",\"reason\":\"missing\","
					+ "\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"This needs a login with a code from your"
					+ " authenticator app. If your account has none yet, set one up first.\"}");
	}

	@ParameterizedTest
	@MethodSource("io.cognitex.security.CognitoFactors#authorities")
	void loginPageWhenAnyFactorIsMissingOrTooOldThenSaysSo(String authority) {
		String name = authority.substring("FACTOR_".length()).toLowerCase(Locale.ROOT);

		for (String reason : List.of("missing", "expired")) {
			assertThat(get("/login?factor=" + name + "&reason=" + reason)).hasStatusOk()
				.bodyText()
				.contains("class=\"alert alert-success\"");
		}
	}

	@Test
	void loginPageWhenPasswordIsMissingThenSaysSo() {
		loggedIn(factor(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, Duration.ZERO));

		String page = get("/password").getResponse().getRedirectedUrl();

		assertThat(page).isEqualTo("/login?factor.type=password&factor.reason=missing");
		assertThat(get(page)).bodyText().contains("This needs a login with your password.");
	}

	@Test
	void loginPageWhenFactorIsUnknownThenNothingIsSaid() {
		assertThat(get("/login?factor=<script>")).hasStatusOk().bodyText().doesNotContain("alert", "<script>");
	}

	@Test
	void loginWhenTheSameUserProvedMoreBeforeThenItIsKeptWithItsTime() {
		FactorGrantedAuthority before = factor(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY, Duration.ofMinutes(5));
		loggedIn(before);

		login();

		assertThat(authorities()).contains(before)
			.anySatisfy((authority) -> assertThat(authority.getAuthority())
				.isEqualTo(FactorGrantedAuthority.PASSWORD_AUTHORITY));
		assertThat(get("/app")).hasStatusOk();
	}

	@Test
	void loginWhenTheSameUserProvedTheSameBeforeThenTheNewTimeCounts() {
		FactorGrantedAuthority before = factor(FactorGrantedAuthority.PASSWORD_AUTHORITY, Duration.ofHours(1));
		loggedIn(before);

		login();

		assertThat(authorities()).doesNotContain(before)
			.filteredOn((authority) -> FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(authority.getAuthority()))
			.hasSize(1);
	}

	@Test
	void loginWhenTheUserHasLostARoleThenItIsNotKept() {
		loggedIn(new SimpleGrantedAuthority("ROLE_superuser"));

		login();

		assertThat(authorities()).extracting(GrantedAuthority::getAuthority)
			.contains("ROLE_admin")
			.doesNotContain("ROLE_superuser");
	}

	@Test
	void loginWhenAnotherUserOfTheSameNameWasLoggedInThenNothingIsKept() {
		loggedIn("another-subject", factor(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY, Duration.ZERO));

		login();

		assertThat(authorities()).extracting(GrantedAuthority::getAuthority)
			.contains("FACTOR_PASSWORD")
			.doesNotContain("FACTOR_SOFTWARE_TOKEN");
	}

	@Test
	void loginWhenMultiFactorAuthenticationIsOffThenNothingIsKept() {
		try (TestApplication singleFactor = TestApplication.with(StubAccountManager.answering(TestTokens.completed()))
			.start(LOGIN)) {
			this.application = singleFactor;
			loggedIn(factor(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY, Duration.ZERO));

			login();

			assertThat(authorities()).extracting(GrantedAuthority::getAuthority)
				.doesNotContain("FACTOR_SOFTWARE_TOKEN");
		}
	}

	private static FactorGrantedAuthority factor(String authority, Duration age) {
		return FactorGrantedAuthority.withAuthority(authority).issuedAt(Instant.now().minus(age)).build();
	}

	private void loggedIn(GrantedAuthority authority) {
		loggedIn(TestTokens.SUBJECT, authority);
	}

	private void loggedIn(String subject, GrantedAuthority authority) {
		CognitoPrincipal principal = new CognitoPrincipal("alice", subject, List.of(), Map.of(), List.of());
		this.session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(new CognitoAuthentication(principal, TestTokens.tokens(), List.of(authority))));
	}

	private List<GrantedAuthority> authorities() {
		SecurityContext context = (SecurityContext) this.session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return List.copyOf(context.getAuthentication().getAuthorities());
	}

	private MvcTestResult get(String url) {
		return this.application.mvc().get().uri(url).accept(MediaType.TEXT_HTML).session(this.session).exchange();
	}

	private void login() {
		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.session(this.session)
			.param("username", "alice")
			.param("password", "Passw0rd!")
			.exchange();
		assertThat(result).hasStatus(302);
	}

	@EnableMultiFactorAuthentication(authorities = {})
	static class MultiFactorConfiguration {

	}

}
