package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.SignInFlow;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.embedded.RecordedCall;
import io.cognitex.security.CognitoCredentialsCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for HTTP Basic in an application's own chain, against an embedded pool.
 */
class CognitoBasicConfigurerTests {

	private static final String PASSWORD = "Passw0rd!";

	private EmbeddedCognito pool;

	private CognitoAccountManager accounts;

	private TestApplication application;

	@BeforeEach
	void start() {
		this.pool = EmbeddedCognito.builder().aliasAttributes("email").start();
		this.pool
			.addUser(EmbeddedUser.named("alice").password(PASSWORD).attribute("email", "alice@example.com").build());
		this.pool.addUser(EmbeddedUser.named("bob").password(PASSWORD).build());
		this.accounts = CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.signInFlow(SignInFlow.USER_PASSWORD_AUTH)
			.build();
		this.application = application(new CognitoCredentialsCache(Duration.ofSeconds(30), 100, new PoolClock()));
	}

	private TestApplication application(CognitoCredentialsCache cache) {
		return TestApplication.with(this.accounts)
			.bean(CognitoCredentialsCache.class, cache)
			.start((http) -> http.with(new CognitoLoginConfigurer()).with(new CognitoBasicConfigurer()));
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.accounts.close();
		this.pool.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic", "Basic ", "Basic !!!", "Basic YWxpY2U=", "Basic Og==", "Basic w6TDtg==" })
	void requestWhenHeaderIsMalformedThenUnauthorizedWithoutACall(String authorization) {
		MvcTestResult result = this.application.mvc()
			.get()
			.uri("/me")
			.header("Authorization", authorization)
			.exchange();

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Basic realm=\"Realm\"");
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void requestWhenPasswordIsWrongThenRefusedBeforeAndAfterTheRightOne() {
		assertThat(request("alice", "wrong")).hasStatus(401);
		assertThat(request("alice", PASSWORD)).hasStatusOk();
		assertThat(request("alice", "wrong")).hasStatus(401);
		assertThat(request("alice", PASSWORD.toLowerCase())).hasStatus(401);
		assertThat(request("bob", "wrong")).hasStatus(401);
	}

	@Test
	void requestWhenCognitoAsksForAnotherStepThenToldAgainWithoutACallAndNeverLetIn() {
		this.pool.addUser(EmbeddedUser.named("newcomer")
			.password(PASSWORD)
			.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)
			.build());

		for (int i = 0; i < 3; i++) {
			assertThat(request("newcomer", PASSWORD)).hasStatus(401)
				.bodyText()
				.contains("urn:cognitex:challenge", "NEW_PASSWORD_REQUIRED");
		}

		assertThat(this.pool.calls()).hasSize(1);
		assertThat(request("newcomer", "wrong")).hasStatus(401).bodyText().doesNotContain("urn:cognitex:challenge");
	}

	@Test
	void requestWhenRememberedThenOneCallForAllAndFormLoginStillSignsIn() {
		for (int i = 0; i < 10; i++) {
			assertThat(request("alice", PASSWORD)).hasStatusOk();
		}
		assertThat(this.pool.calls()).hasSize(1);
		assertThat(this.application.principal().getName()).isEqualTo("alice");
		assertThat(this.application.principal().getEmail()).isEqualTo("alice@example.com");

		login("alice", PASSWORD);

		assertThat(this.pool.calls()).hasSize(2);
	}

	@Test
	void requestWhenOneRequestIsServedThenLaterOneHasItsOwnDetails() {
		request("alice", PASSWORD);
		MvcTestResult result = request("alice", PASSWORD);

		assertThat(result).hasStatusOk();
		assertThat(result.getRequest().getSession(false)).isNull();
		assertThat(this.application.events()).filteredOn("AuthenticationSuccessEvent"::equals).hasSize(2);
	}

	@Test
	void requestWhenPasswordWasChangedElsewhereThenOldOneIsGoodUntilTheTimeIsOver() {
		request("alice", PASSWORD);
		setPasswordElsewhere("alice", "N3w-passw0rd!");
		assertThat(request("alice", "N3w-passw0rd!")).hasStatusOk();
		this.pool.advanceClock(Duration.ofSeconds(29));
		assertThat(request("alice", PASSWORD)).hasStatusOk();

		this.pool.advanceClock(Duration.ofSeconds(1));

		assertThat(request("alice", PASSWORD)).hasStatus(401);
		assertThat(request("alice", "N3w-passw0rd!")).hasStatusOk();
	}

	@Test
	void requestWhenUserWasDisabledElsewhereThenRefusedWhenTheTimeIsOver() {
		request("alice", PASSWORD);
		try (CognitoIdentityProviderClient admin = admin()) {
			admin.adminDisableUser((disable) -> disable.userPoolId(this.pool.userPoolId()).username("alice"));
		}

		this.pool.advanceClock(Duration.ofSeconds(30));

		assertThat(request("alice", PASSWORD)).hasStatus(401);
	}

	@Test
	void requestWhenPasswordWasChangedThroughUsThenOldOneIsRefusedAtOnce() {
		request("alice", PASSWORD);
		request("alice@example.com", PASSWORD);

		this.accounts.changePassword(accessToken("alice"), PASSWORD, "N3w-passw0rd!");

		assertThat(request("alice", PASSWORD)).hasStatus(401);
		assertThat(request("alice@example.com", PASSWORD)).hasStatus(401);
		assertThat(request("alice", "N3w-passw0rd!")).hasStatusOk();
	}

	@Test
	void requestWhenPasswordWasResetThroughUsThenOldOneIsRefusedAtOnce() {
		request("alice", PASSWORD);

		this.accounts.forgotPassword("alice@example.com");
		String code = this.pool.lastMessage("alice").orElseThrow().code();
		this.accounts.confirmForgotPassword(code, "alice@example.com", "N3w-passw0rd!");

		assertThat(request("alice", PASSWORD)).hasStatus(401);
		assertThat(request("alice", "N3w-passw0rd!")).hasStatusOk();
	}

	@Test
	void requestWhenUserHasLoggedOutThenCognitoIsAskedAgain() {
		MockHttpSession session = login("alice", PASSWORD);
		request("alice", PASSWORD);
		this.pool.clearCalls();

		this.application.mvc().post().uri("/logout").with(csrf()).session(session).exchange();

		assertThat(request("alice", PASSWORD)).hasStatusOk();
		assertThat(this.pool.calls()).extracting(RecordedCall::operation)
			.containsExactly("RevokeToken", "InitiateAuth");
	}

	@Test
	void requestWhenCredentialsAreWrongAgainAndAgainThenCognitoIsAskedAsItLocks() {
		for (int second = 0; second < 60; second++) {
			for (int attempt = 0; attempt < 3; attempt++) {
				assertThat(request("alice", "wrong")).hasStatus(401);
			}
			this.pool.advanceClock(Duration.ofSeconds(1));
		}

		assertThat(this.pool.calls()).hasSizeBetween(5, 12);
	}

	@Test
	void requestWhenPoolIsDownThenRememberedIsServedAndTheRestIsUnavailable() {
		request("alice", PASSWORD);
		this.pool.addFault(Fault.internalError());

		assertThat(request("alice", PASSWORD)).hasStatusOk();
		assertThat(request("bob", PASSWORD)).hasStatus(503).containsHeader("Retry-After");

		this.pool.clearFaults();
		assertThat(request("bob", PASSWORD)).hasStatusOk();
	}

	@Test
	void requestsWhenManyComeAtOnceThenOneCall() throws Exception {
		this.pool.addFault(Fault.latency(Duration.ofMillis(300)));
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			List<Future<MvcTestResult>> requests = new ArrayList<>();
			for (int i = 0; i < 16; i++) {
				requests.add(threads.submit(() -> request("alice", PASSWORD)));
			}

			for (Future<MvcTestResult> request : requests) {
				assertThat(request.get()).hasStatusOk();
			}
			assertThat(this.pool.calls()).hasSize(1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void requestWhenSwitchedOffThenEachIsASignIn() {
		try (TestApplication off = application(new CognitoCredentialsCache(Duration.ZERO, 100))) {
			for (int i = 0; i < 3; i++) {
				off.mvc().get().uri("/me").header("Authorization", basic("alice", PASSWORD)).exchange();
			}
		}

		assertThat(this.pool.calls()).hasSize(3);
	}

	private MvcTestResult request(String username, String password) {
		return this.application.mvc().get().uri("/me").header("Authorization", basic(username, password)).exchange();
	}

	private MockHttpSession login(String username, String password) {
		MockHttpSession session = new MockHttpSession();
		this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.session(session)
			.param("username", username)
			.param("password", password)
			.exchange();
		return session;
	}

	private String accessToken(String username) {
		return ((SignIn.Completed) this.accounts.authenticate(username, PASSWORD)).tokens().accessToken();
	}

	private void setPasswordElsewhere(String username, String password) {
		try (CognitoIdentityProviderClient admin = admin()) {
			admin.adminSetUserPassword((set) -> set.userPoolId(this.pool.userPoolId())
				.username(username)
				.password(password)
				.permanent(true));
		}
	}

	private CognitoIdentityProviderClient admin() {
		return CognitoIdentityProviderClient.builder()
			.endpointOverride(this.pool.endpoint())
			.region(Region.of(this.pool.region()))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.build();
	}

	private static String basic(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/** The pool's own clock. */
	private final class PoolClock extends Clock {

		@Override
		public Instant instant() {
			return CognitoBasicConfigurerTests.this.pool.now();
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
