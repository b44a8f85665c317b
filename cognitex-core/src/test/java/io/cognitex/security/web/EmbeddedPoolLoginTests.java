package io.cognitex.security.web;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoUser;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for login and access tokens against an embedded pool, from the form to the wire.
 */
class EmbeddedPoolLoginTests {

	private static final String PASSWORD = "Passw0rd!";

	private EmbeddedCognito pool;

	private CognitoAccountManager accounts;

	private TestApplication application;

	@BeforeEach
	void start() {
		start("ENABLED");
	}

	private void start(String preventUserExistenceErrors) {
		this.pool = EmbeddedCognito.builder()
			.aliasAttributes("email")
			.preventUserExistenceErrors(preventUserExistenceErrors)
			.start();
		this.pool.addUser(user("alice").group("admin").build());
		this.pool.addUser(user("disabled").enabled(false).build());
		this.pool.addUser(user("unconfirmed").status(EmbeddedUser.Status.UNCONFIRMED).build());
		this.pool.addUser(user("newcomer").status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		this.pool.addUser(user("reset").status(EmbeddedUser.Status.RESET_REQUIRED).build());
		this.accounts = accounts(this.pool);
		this.application = application(this.accounts, this.pool);
	}

	private static EmbeddedUser.Builder user(String username) {
		return EmbeddedUser.named(username).password(PASSWORD).attribute("email", username + "@example.com");
	}

	private static CognitoAccountManager accounts(EmbeddedCognito pool) {
		return CognitoAccountManager.builder()
			.userPoolId(pool.userPoolId())
			.clientId(pool.clientId())
			.endpoint(pool.endpoint())
			.issuer(pool.issuer())
			.build();
	}

	private static TestApplication application(CognitoAccountManager accounts, EmbeddedCognito pool) {
		CognitoTokenVerifier verifier = CognitoTokenVerifier.builder()
			.issuer(pool.issuer())
			.clientIds(pool.clientId())
			.build();
		return TestApplication.with(accounts)
			.bean(CognitoTokenVerifier.class, verifier)
			.bean(CognitoAccessTokenIntrospector.class,
					CognitoAccessTokenIntrospector.builder(verifier, accounts).maxStaleness(Duration.ZERO).build())
			.start((http) -> http.with(new CognitoLoginConfigurer()).with(new CognitoAccessTokenConfigurer()));
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pool.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ENABLED", "LEGACY" })
	void loginWhenUserIsUnknownOrDisabledOrPasswordIsWrongThenNothingTellsThemApart(String preventUserExistenceErrors) {
		stop();
		start(preventUserExistenceErrors);

		Set<String> answers = new LinkedHashSet<>();
		answers.add(answer("nobody", PASSWORD));
		answers.add(answer("nobody@example.com", PASSWORD));
		answers.add(answer("alice", "Wr0ng-Passw0rd!"));
		answers.add(answer("alice@example.com", "Wr0ng-Passw0rd!"));
		answers.add(answer("disabled", PASSWORD));
		answers.add(answer("disabled", "Wr0ng-Passw0rd!"));

		assertThat(answers).containsExactly("302 /login?error The username or password is not correct.");
	}

	private String answer(String username, String password) {
		MockHttpSession session = new MockHttpSession();
		MvcTestResult result = login(session, username, password);
		Exception failure = (Exception) session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
		return result.getResponse().getStatus() + " " + result.getResponse().getRedirectedUrl() + " "
				+ ((failure != null) ? failure.getMessage() : "no failure");
	}

	@Test
	void loginWhenAccountNeedsSomethingFirstThenPageSaysWhat() {
		assertThat(answer("unconfirmed", PASSWORD)).contains("not confirmed yet");
		assertThat(answer("reset", PASSWORD)).contains("has to be reset");
		assertThat(answer("newcomer", PASSWORD)).isEqualTo("302 /login/challenge no failure");
	}

	@Test
	void loginWhenPoolIsGoneThenPageSaysSo() {
		this.pool.close();

		assertThat(answer("alice", PASSWORD)).contains("Logging in is not possible at the moment.");
	}

	@Test
	void loginWhenAliasWasTypedThenTheSameUserAsWithAnAccessToken() {
		MockHttpSession session = new MockHttpSession();
		login(session, "alice@example.com", PASSWORD);
		CognitoAuthentication login = (CognitoAuthentication) ((SecurityContext) session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)).getAuthentication();

		MvcTestResult bearer = this.application.mvc()
			.get()
			.uri("/me")
			.header("Authorization", "Bearer " + login.getTokens().accessToken())
			.exchange();

		CognitoPrincipal principal = this.application.principal();
		assertThat(bearer).hasStatusOk();
		assertThat(principal.getName()).isEqualTo("alice");
		assertThat(principal).isEqualTo(login.getPrincipal());
		assertThat(principal.getGroups()).isEqualTo(login.getPrincipal().getGroups()).containsExactly("admin");
		assertThat(principal.getAttributes()).isEqualTo(login.getPrincipal().getAttributes())
			.containsEntry("email", "alice@example.com")
			.containsEntry("email_verified", "true");
		assertThat(Set.copyOf(principal.getAuthorities())).isEqualTo(Set.copyOf(login.getPrincipal().getAuthorities()));
	}

	@Test
	void requestWhenTokenIsOfAnotherPoolThenInvalidTokenWithoutACall() {
		try (EmbeddedCognito another = EmbeddedCognito.start()) {
			another.addUser(user("alice").group("admin").build());
			SignIn.Completed foreign = (SignIn.Completed) accounts(another).authenticate("alice", PASSWORD);
			StubAccountManager wouldAnswer = StubAccountManager.withUser(new CognitoUser("alice", Map.of()));

			try (TestApplication application = application(wouldAnswer, this.pool)) {
				MvcTestResult result = application.mvc()
					.get()
					.uri("/me")
					.header("Authorization", "Bearer " + foreign.tokens().accessToken())
					.exchange();

				assertThat(result).hasStatus(401);
				assertThat(result.getResponse().getHeader("WWW-Authenticate")).contains("invalid_token");
				assertThat(wouldAnswer.calls()).isEmpty();
			}
		}
	}

	@Test
	void requestWhenUserHasSignedOutEverywhereThenInvalidToken() {
		SignIn.Completed alice = (SignIn.Completed) this.accounts.authenticate("alice", PASSWORD);
		assertThat(bearer(alice)).hasStatusOk();

		try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
			.endpointOverride(this.pool.endpoint())
			.region(Region.of(this.pool.region()))
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.build()) {
			client.globalSignOut((request) -> request.accessToken(alice.tokens().accessToken()));
		}

		MvcTestResult result = bearer(alice);
		assertThat(result).hasStatus(401);
		assertThat(result.getResponse().getHeader("WWW-Authenticate")).contains("invalid_token")
			.doesNotContain("revoked");
	}

	@Test
	void requestWhenPoolIsGoneThenServiceUnavailable() {
		SignIn.Completed alice = (SignIn.Completed) this.accounts.authenticate("alice", PASSWORD);
		this.pool.close();

		assertThat(bearer(alice)).hasStatus(503).hasHeader("Retry-After", "5");
	}

	private MvcTestResult bearer(SignIn.Completed signIn) {
		return this.application.mvc()
			.get()
			.uri("/me")
			.header("Authorization", "Bearer " + signIn.tokens().accessToken())
			.exchange();
	}

	private MvcTestResult login(MockHttpSession session, String username, String password) {
		return this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.session(session)
			.param("username", username)
			.param("password", password)
			.exchange();
	}

}
