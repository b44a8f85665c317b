package io.cognitex.security.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoFactors;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules for factors, and logins with an embedded pool that satisfy them.
 */
class FactorLoginTests {

	private static final String PASSWORD = "Passw0rd!";

	private final EmbeddedCognito pool = EmbeddedCognito.builder()
		.mfa("OPTIONAL", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")
		.start();

	private final TestApplication application = TestApplication.with(accounts())
		.configuration(MultiFactorConfiguration.class)
		.bean(CognitoTokenVerifier.class,
				CognitoTokenVerifier.builder().issuer(this.pool.issuer()).clientIds(this.pool.clientId()).build())
		.start((http) -> http
			.with(new CognitoLoginConfigurer(), (login) -> login.factorEnrolmentPage("/open?section=security"))
			.with(new CognitoAccessTokenConfigurer()));

	private final TestBrowser browser = new TestBrowser(this.application);

	FactorLoginTests() {
		this.pool.addUser(user("plain").build());
		this.pool.addUser(user("mail").mfa("EMAIL_OTP").build());
		this.pool.addUser(user("app").totpSecret(TestAuthenticatorApp.SECRET).build());
	}

	private CognitoAccountManager accounts() {
		return CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.build();
	}

	private static EmbeddedUser.Builder user(String username) {
		return EmbeddedUser.named(username).password(PASSWORD).attribute("email", username + "@example.com");
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pool.close();
	}

	@Test
	void requestWhenUserHasNotTheFactorThenSentToSetItUp() {
		this.browser.login("plain", PASSWORD);

		assertThat(TestBrowser.location(this.browser.get("/app")))
			.isEqualTo("/open?section=security&factor=software_token&reason=missing");
	}

	@Test
	void requestWhenUserHasAnotherFactorThenSentToSetItUp() {
		this.browser.login("mail", PASSWORD);
		this.browser.answer("code", this.pool.lastMessage("mail").orElseThrow().code());

		assertThat(TestBrowser.location(this.browser.get("/app")))
			.isEqualTo("/open?section=security&factor=software_token&reason=missing");
	}

	@Test
	void requestWhenUserHasTheFactorAndHasNotProvenItThenSentToLogIn() {
		logInWithApp();
		forgetFactors();

		assertThat(TestBrowser.location(this.browser.get("/app")))
			.isEqualTo("/login?factor=software_token&reason=missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/html", "application/json" })
	void requestWhenAnAccessTokenCameThenToldInTheWordsOfOAuth(String accept) {
		this.browser.login("plain", PASSWORD);
		String token = ((CognitoAuthentication) this.browser.user()).getTokens().accessToken();

		MvcTestResult result = this.application.mvc()
			.get()
			.uri("/app")
			.header("Authorization", "Bearer " + token)
			.header("Accept", accept)
			.exchange();

		assertThat(result).hasStatus(401).hasContentType("application/problem+json");
		assertThat(result.getResponse().getHeader("WWW-Authenticate"))
			.startsWith("Bearer error=\"insufficient_user_authentication\"");
	}

	@Test
	void requestWhenCognitoCannotTellThenSentToLogIn() {
		this.browser.login("plain", PASSWORD);
		this.pool.close();

		assertThat(TestBrowser.location(this.browser.get("/app")))
			.isEqualTo("/login?factor=software_token&reason=missing");
	}

	@Test
	void loginWhenTheFactorIsProvenThenTheRequestGoesOn() {
		logInWithApp();
		forgetFactors();
		this.browser.get("/app?tab=1");

		assertThat(logInWithApp()).startsWith("http://localhost/app?tab=1");

		assertThat(this.browser.get("/app")).hasStatusOk();
		assertThat(this.browser.get("/app/recent")).hasStatusOk();
	}

	@Test
	void loginWhenFactorsAreProvenThenEachHasItsTime() {
		Instant before = Instant.now();

		logInWithApp();

		assertThat(issuedAt(FactorGrantedAuthority.PASSWORD_AUTHORITY)).isBetween(before, Instant.now())
			.isBefore(issuedAt(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY));
	}

	private String logInWithApp() {
		this.browser.login("app", PASSWORD);
		// An app's code is good once
		this.pool.advanceClock(Duration.ofSeconds(30));
		return this.browser.answer("code", TestAuthenticatorApp.code(TestAuthenticatorApp.SECRET, this.pool.now()));
	}

	private Instant issuedAt(String authority) {
		return this.browser.user()
			.getAuthorities()
			.stream()
			.filter((granted) -> authority.equals(granted.getAuthority()))
			.map((granted) -> ((FactorGrantedAuthority) granted).getIssuedAt())
			.findFirst()
			.orElseThrow();
	}

	/**
	 * As a session that was made before the second factor was switched on.
	 */
	private void forgetFactors() {
		CognitoAuthentication user = (CognitoAuthentication) this.browser.user();
		List<GrantedAuthority> others = user.getAuthorities()
			.stream()
			.filter((authority) -> !(authority instanceof FactorGrantedAuthority))
			.toList();
		this.browser.session()
			.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
					new SecurityContextImpl(new CognitoAuthentication(user.getPrincipal(), user.getTokens(), others)));
	}

	@EnableMultiFactorAuthentication(authorities = {})
	static class MultiFactorConfiguration {

	}

}
