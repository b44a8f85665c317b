package io.cognitex.security.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedGroup;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.embedded.RecordedCall;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.EmbeddedClock;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sessions that outlive their access tokens, by the clock of an embedded pool
 * whose refresh tokens rotate without grace.
 */
class SessionRefreshTests {

	private static final String PASSWORD = "Passw0rd!";

	private static final String REFRESH = "GetTokensFromRefreshToken";

	private static final Duration DUE = Duration.ofMinutes(59);

	private static final Duration EXPIRED = Duration.ofMinutes(61);

	private EmbeddedCognito pool;

	private TestApplication application;

	private TestBrowser browser;

	@BeforeEach
	void start() {
		start(EmbeddedCognito.builder().explicitAuthFlows("ALLOW_USER_SRP_AUTH").refreshTokenRotation(Duration.ZERO));
	}

	private void start(EmbeddedCognitoBuilder builder) {
		start(builder, (http) -> http.with(new CognitoLoginConfigurer()));
	}

	private void start(EmbeddedCognitoBuilder builder, Consumer<HttpSecurity> chain) {
		this.pool = builder.group(EmbeddedGroup.named("admin")).start();
		this.pool
			.addUser(EmbeddedUser.named("alice").password(PASSWORD).attribute("email", "alice@example.com").build());
		Clock clock = new EmbeddedClock(this.pool);
		CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.clock(clock)
			.build();
		this.application = TestApplication.with(accounts)
			.bean(CognitoSessionSettings.class, CognitoSessionSettings.withDefaults().withClock(clock))
			.start(chain);
		this.browser = new TestBrowser(this.application);
		this.browser.login("alice", PASSWORD);
		this.pool.clearCalls();
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pool.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "revoked", "disabled", "deleted", "expired" })
	void requestWhenRefreshIsRefusedThenSessionEndsAndLoginLeadsBack(String how) {
		end(how);
		this.pool.advanceClock(DUE);
		String oldSession = this.browser.session().getId();

		MvcTestResult result = this.browser.get("/admin");

		assertThat(TestBrowser.location(result)).isEqualTo("/login");
		assertThat(this.browser.session().isInvalid()).isTrue();
		assertThat(result.getRequest().getSession(false)).isNotNull();
		assertThat(result.getRequest().getSession(false).getId()).isNotEqualTo(oldSession);
		assertThat(result.getRequest().getSession(false).getAttribute("SPRING_SECURITY_SAVED_REQUEST")).asString()
			.contains("/admin");
		assertThat(refreshes()).isEqualTo(1);
		assertThat(this.application.events()).contains("CognitoSessionEndedEvent")
			.doesNotContain("CognitoSessionRefreshedEvent", "LogoutSuccessEvent");
	}

	@Test
	void requestWhenRefreshIsRefusedAndJsonIsAskedThenUnauthorizedProblem() {
		end("revoked");
		this.pool.advanceClock(DUE);

		MvcTestResult result = json("/me");

		assertThat(result).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void requestWhenRefreshIsRefusedAndPageIsOpenThenItIsOpenToAll() {
		end("revoked");
		this.pool.advanceClock(DUE);

		assertThat(this.browser.get("/open")).hasStatusOk().bodyText().isEqualTo("open to all");
	}

	/**
	 * The cookie knows nothing of Cognito, and would let a disabled user in again.
	 */
	@Test
	void requestWhenRefreshIsRefusedAndUserIsRememberedThenLoginPageAndForgotten() {
		stop();
		TokenBasedRememberMeServices services = new TokenBasedRememberMeServices("key",
				new InMemoryUserDetailsManager(User.withUsername("alice").password("x").roles("admin").build()));
		start(EmbeddedCognito.builder().explicitAuthFlows("ALLOW_USER_SRP_AUTH"),
				(http) -> http.with(new CognitoLoginConfigurer())
					.rememberMe((rememberMe) -> rememberMe.rememberMeServices(services).key("key")));
		Cookie cookie = rememberMeCookie(services);
		end("disabled");
		this.pool.advanceClock(DUE);

		MvcTestResult result = this.browser.with(cookie).get("/admin");

		assertThat(TestBrowser.location(result)).isEqualTo("/login");
		assertThat(result.getResponse().getCookie("remember-me").getMaxAge()).isZero();
		assertThat(this.application.events()).contains("CognitoSessionEndedEvent");
		assertThat(new TestBrowser(this.application).with(cookie).get("/nothing-there")).hasStatus(404);
	}

	@Test
	void requestWhenPoolDoesNotAnswerThenGoesOnUntilTheTokenRunsOutAndAfterTheOutage() {
		this.pool.addFault(Fault.internalError().on(REFRESH));
		this.pool.advanceClock(DUE);
		assertThat(this.browser.get("/me")).hasStatusOk();

		this.pool.advanceClock(Duration.ofMinutes(2));
		MvcTestResult page = this.browser.get("/me");
		MvcTestResult json = json("/me");

		assertThat(page).hasStatus(503).hasHeader("Retry-After", "5");
		assertThat(json).hasStatus(503)
			.hasHeader("Retry-After", "5")
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.browser.session().isInvalid()).isFalse();
		assertThat(this.application.events()).doesNotContain("CognitoSessionEndedEvent");
		this.pool.clearFaults();
		this.pool.advanceClock(Duration.ofSeconds(10));
		assertThat(this.browser.get("/me")).hasStatusOk();
	}

	@Test
	void logoutWhenPoolDoesNotAnswerAndTokenHasRunOutThenLoggedOut() {
		this.pool.addFault(Fault.internalError());
		this.pool.advanceClock(EXPIRED);

		assertThat(this.browser.logout()).isEqualTo("/login?logout");
		assertThat(this.browser.session().isInvalid()).isTrue();
	}

	@Test
	void requestWhenTokenIsFreshThenNoCall() {
		this.pool.advanceClock(Duration.ofMinutes(58));

		assertThat(this.browser.get("/me")).hasStatusOk();
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void requestWhenNobodyAsksWhoIsLoggedInThenNoCall() {
		this.pool.advanceClock(EXPIRED);

		assertThat(this.browser.get("/static")).hasStatusOk();
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void requestWhenAnswerWasLostThenRepaired() {
		stop();
		start(EmbeddedCognito.builder()
			.explicitAuthFlows("ALLOW_USER_SRP_AUTH")
			.refreshTokenRotation(Duration.ofSeconds(30)));
		this.pool.addFault(Fault.truncatedBody().on(REFRESH).times(1));
		this.pool.advanceClock(EXPIRED);

		assertThat(this.browser.get("/me")).hasStatusOk();
		assertThat(refreshes()).isEqualTo(2);
		this.pool.advanceClock(EXPIRED);
		assertThat(this.browser.get("/me")).hasStatusOk();
	}

	@Test
	void requestWhenGroupsChangedThenAuthoritiesAreMadeAnewAndFactorsAreKept() {
		Collection<? extends GrantedAuthority> before = this.browser.user().getAuthorities();
		assertThat(this.browser.get("/admin")).hasStatus(403);
		asAdministrator((client) -> {
			client.adminAddUserToGroup(
					(request) -> request.userPoolId(this.pool.userPoolId()).username("alice").groupName("admin"));
			client.adminUpdateUserAttributes((request) -> request.userPoolId(this.pool.userPoolId())
				.username("alice")
				.userAttributes(AttributeType.builder().name("name").value("Alice").build()));
		});
		this.pool.advanceClock(DUE);

		MvcTestResult result = this.browser.get("/admin");

		CognitoAuthentication user = (CognitoAuthentication) this.browser.user();
		assertThat(result).hasStatusOk();
		assertThat(user.getPrincipal().getAttributes()).containsEntry("name", "Alice");
		assertThat(factors(user.getAuthorities())).isNotEmpty().isEqualTo(factors(before));
		assertThat(user.getDetails()).isNotNull();
		assertThat(this.application.events()).contains("CognitoSessionRefreshedEvent");
	}

	@Test
	void sessionWhenRefreshedAHundredTimesThenLivesOnAndNothingIsUsedTwice() {
		Set<String> refreshTokens = new HashSet<>();

		for (int i = 0; i < 100; i++) {
			refreshTokens.add(((CognitoAuthentication) this.browser.user()).getTokens().refreshToken());
			this.pool.advanceClock((i % 2 == 0) ? DUE : EXPIRED);
			assertThat(this.browser.get("/me")).hasStatusOk();
		}

		assertThat(refreshTokens).hasSize(100);
		assertThat(refreshes()).isEqualTo(100);
		assertThat(this.pool.calls()).extracting(RecordedCall::error).containsOnlyNulls();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void requestsWhenManyComeAtTheMomentOfExpiryThenOneRefresh(boolean alive) throws Exception {
		this.pool.advanceClock(alive ? DUE : EXPIRED);
		MockMvcTester mvc = this.application.mvc();
		CyclicBarrier together = new CyclicBarrier(64);
		ExecutorService requests = Executors.newFixedThreadPool(64);

		List<Future<Integer>> answers = new ArrayList<>();
		for (int i = 0; i < 64; i++) {
			answers.add(requests.submit(() -> {
				together.await();
				return mvc.get().uri("/me").session(this.browser.session()).exchange().getResponse().getStatus();
			}));
		}

		for (Future<Integer> answer : answers) {
			assertThat(answer.get()).isEqualTo(200);
		}
		requests.shutdown();
		assertThat(refreshes()).isEqualTo(1);
	}

	private Cookie rememberMeCookie(TokenBasedRememberMeServices services) {
		services.setAlwaysRemember(true);
		MockHttpServletResponse response = new MockHttpServletResponse();
		services.loginSuccess(new MockHttpServletRequest(), response, this.browser.user());
		return response.getCookie("remember-me");
	}

	private MvcTestResult json(String url) {
		return this.application.mvc()
			.get()
			.uri(url)
			.accept(MediaType.APPLICATION_JSON)
			.session(this.browser.session())
			.exchange();
	}

	private long refreshes() {
		return this.pool.calls().stream().filter((call) -> call.operation().equals(REFRESH)).count();
	}

	private static Set<GrantedAuthority> factors(Collection<? extends GrantedAuthority> authorities) {
		Set<GrantedAuthority> factors = new HashSet<>(authorities);
		factors.removeIf((authority) -> !(authority instanceof FactorGrantedAuthority));
		return factors;
	}

	private void end(String how) {
		String userPoolId = this.pool.userPoolId();
		switch (how) {
			case "revoked" -> asAdministrator((client) -> client
				.adminUserGlobalSignOut((request) -> request.userPoolId(userPoolId).username("alice")));
			case "disabled" -> asAdministrator(
					(client) -> client.adminDisableUser((request) -> request.userPoolId(userPoolId).username("alice")));
			case "deleted" -> asAdministrator(
					(client) -> client.adminDeleteUser((request) -> request.userPoolId(userPoolId).username("alice")));
			default -> this.pool.advanceClock(Duration.ofDays(30));
		}
		this.pool.clearCalls();
	}

	private void asAdministrator(Consumer<CognitoIdentityProviderClient> operation) {
		try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
			.endpointOverride(this.pool.endpoint())
			.region(Region.of(this.pool.region()))
			.credentialsProvider(() -> AwsBasicCredentials.create("id", "key"))
			.build()) {
			operation.accept(client);
		}
	}

}
