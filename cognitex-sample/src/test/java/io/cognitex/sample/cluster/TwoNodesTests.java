package io.cognitex.sample.cluster;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.RecordedCall;
import io.cognitex.embedded.trigger.TriggerType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Two instances of the sample, each in a process of its own, which share the store of
 * their sessions, on one user pool whose clock they go by.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TwoNodesTests {

	private static final String PASSWORD = "Correct-Horse-1";

	private static final String REFRESH = "GetTokensFromRefreshToken";

	/** Within the time in which tokens are refreshed, and while they are still good. */
	private static final Duration UNTIL_DUE = Duration.ofMinutes(59).plusSeconds(15);

	private static final Duration UNTIL_EXPIRED = Duration.ofMinutes(61);

	private static final Duration GRACE_PERIOD = Duration.ofSeconds(60);

	private static final AtomicInteger users = new AtomicInteger();

	private final RefreshGate gate = new RefreshGate();

	private final EmbeddedCognito cognito = EmbeddedCognito.builder()
		.controlApi(true)
		.usernameAttributes("email")
		.mfa("OPTIONAL", "EMAIL_OTP")
		.trigger(TriggerType.PRE_TOKEN_GENERATION, this.gate)
		.start();

	private final CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
		.endpointOverride(this.cognito.endpoint())
		.region(Region.of(this.cognito.region()))
		.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
		.httpClientBuilder(UrlConnectionHttpClient.builder())
		.build();

	private @Nullable SessionStore store;

	private @Nullable Node first;

	private @Nullable Node second;

	abstract SessionStore startStore();

	/** What else a node is told. */
	List<String> properties(String node) {
		return List.of();
	}

	@BeforeAll
	void start() {
		this.store = startStore();
		this.first = launch("first");
		this.second = launch("second");
		nodes().forEach(Node::address);
	}

	@AfterAll
	void stop() {
		this.gate.open();
		for (AutoCloseable started : new AutoCloseable[] { this.first, this.second, this.store, this.client,
				this.cognito }) {
			close(started);
		}
	}

	private static void close(@Nullable AutoCloseable started) {
		try {
			if (started != null) {
				started.close();
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@BeforeEach
	void begin() {
		if (!first().isAlive()) {
			this.first = launch("first-again");
		}
		this.cognito.clearCalls();
	}

	@AfterEach
	void end() {
		this.gate.open();
		rotate(null);
	}

	@Test
	void requestWhenStoreDoesNotKnowTheSessionThenNobody() {
		for (Node node : nodes()) {
			TestBrowser browser = TestBrowser.withSession(node, "N2Y2ZTNjYzAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw");

			assertThat(outcome(browser, node, "/profile")).isEqualTo("/login");
		}
	}

	@Test
	void requestWhenLoggedOutOnTheOtherNodeThenNobodyAndTokensAreRevoked() {
		String user = addUser();
		TestBrowser browser = logIn(user, first());
		assertThat(outcome(browser, second(), "/profile")).isEqualTo("200");
		String[] tokens = tokens(browser, first());

		HttpResponse<String> answer = browser.submit(second(), "/profile", "/logout", Map.of());

		assertThat(TestBrowser.outcome(answer)).isEqualTo("/login?logout");
		for (Node node : nodes()) {
			assertThat(outcome(browser, node, "/profile")).isEqualTo("/login");
		}
		assertThat(sessionsOf(user)).isZero();
		assertThatExceptionOfType(NotAuthorizedException.class)
			.isThrownBy(() -> this.client.getUser((request) -> request.accessToken(tokens[0])));
		assertThatExceptionOfType(NotAuthorizedException.class).isThrownBy(() -> this.client
			.getTokensFromRefreshToken((request) -> request.clientId(this.cognito.clientId()).refreshToken(tokens[1])));
	}

	@Test
	void requestWhenLoginWasRevokedAtCognitoThenSessionEndsOnBothNodesWithItsRefresh() {
		String user = addUser();
		List<TestBrowser> browsers = List.of(logIn(user, first()), logIn(user, second()));
		assertThat(sessionsOf(user)).isEqualTo(2);
		this.client.adminUserGlobalSignOut((request) -> request.userPoolId(this.cognito.userPoolId()).username(user));
		this.cognito.advanceClock(UNTIL_DUE);

		assertThat(outcome(browsers.get(0), first(), "/profile")).isEqualTo("/login");
		assertThat(outcome(browsers.get(1), second(), "/profile")).isEqualTo("/login");

		assertThat(sessionsOf(user)).isZero();
		assertThat(outcome(browsers.get(0), second(), "/profile")).isEqualTo("/login");
		assertThat(outcome(browsers.get(1), first(), "/profile")).isEqualTo("/login");
	}

	@Test
	void requestWhenLoggedInDuringARequestElsewhereThenTheOldSessionIdIsNobodys(@TempDir Path directory)
			throws Exception {
		String user = addUser();
		TestBrowser browser = logIn(user, first());
		TestBrowser old = browser.withSameCookies(first());
		Path end = directory.resolve("end");
		CompletableFuture<HttpResponse<String>> late = old.getLater(second(), "/test/hold?until=" + end);
		await("GetUser");
		assertThat(TestBrowser.outcome(submitPassword(browser, user, first()))).isEqualTo("/");

		Files.createFile(end);

		assertThat(late.join().statusCode()).isEqualTo(200);
		for (Node node : nodes()) {
			assertThat(outcome(old.withSameCookies(first()), node, "/profile")).isEqualTo("/login");
			assertThat(outcome(browser, node, "/profile")).isEqualTo("200");
		}
	}

	@Test
	void challengeWhenBegunDuringARequestElsewhereThenIsNotLost(@TempDir Path directory) throws Exception {
		String user = addUser("EMAIL_OTP");
		TestBrowser browser = logIn(addUser(), first());
		TestBrowser old = browser.withSameCookies(first());
		Path end = directory.resolve("end");
		CompletableFuture<HttpResponse<String>> late = old.getLater(second(), "/test/hold?until=" + end);
		await("GetUser");
		assertThat(TestBrowser.outcome(submitPassword(browser, user, first()))).isEqualTo("/login/challenge");

		Files.createFile(end);

		assertThat(late.join().statusCode()).isEqualTo(200);
		assertThat(outcome(old, first(), "/profile")).isEqualTo("/login");
		String code = this.cognito.lastMessage(user).orElseThrow().code();
		assertThat(submitCode(browser, second(), code)).isEqualTo("/");
		assertThat(browser.get(first(), "/profile").body()).contains(user);
	}

	@Test
	void requestWhenUserHasSignedOutEverywhereThenNobodyOnAnyNode() {
		String user = addUser();
		TestBrowser here = logIn(user, first());
		TestBrowser there = logIn(user, second());

		assertThat(outcome(here, first(), "/test/sign-out-everywhere")).isEqualTo("200");

		for (Node node : nodes()) {
			assertThat(outcome(here, node, "/profile")).isEqualTo("/login");
			assertThat(outcome(there, node, "/profile")).isEqualTo("/login");
		}
		assertThat(sessionsOf(user)).isZero();
	}

	@Test
	void requestWhenAnAdministratorHasSignedTheUserOutThenNobodyOnAnyNode() {
		String user = addUser();
		String other = addUser();
		TestBrowser browser = logIn(user, second());
		TestBrowser administrator = logIn(other, first());

		assertThat(outcome(administrator, first(), "/test/admin-sign-out?username=" + user)).isEqualTo("200");

		for (Node node : nodes()) {
			assertThat(outcome(browser, node, "/profile")).isEqualTo("/login");
			assertThat(outcome(administrator, node, "/profile")).isEqualTo("200");
		}
		assertThat(sessionsOf(user)).isZero();
	}

	@Test
	void requestWhenLoggedInOnTheOtherNodeThenTheSameUser() {
		String user = addUser();

		TestBrowser browser = logIn(user, first());

		assertThat(browser.get(second(), "/profile").body()).contains(user);
		assertThat(sessionsOf(user)).isOne();
	}

	@Test
	void challengeWhenAnsweredOnTheOtherNodeThenGoesOnThere() {
		String user = addUser("EMAIL_OTP");
		TestBrowser browser = new TestBrowser();
		assertThat(TestBrowser.outcome(submitPassword(browser, user, first()))).isEqualTo("/login/challenge");
		assertThat(outcome(browser, second(), "/profile")).isEqualTo("/login");

		assertThat(submitCode(browser, second(), "000000x")).isEqualTo("/login/challenge");
		String code = this.cognito.lastMessage(user).orElseThrow().code();
		assertThat(submitCode(browser, second(), code)).isEqualTo("/profile?continue");

		for (Node node : nodes()) {
			assertThat(browser.get(node, "/profile").body()).contains(user);
		}
	}

	@Test
	void requestWhenTheOtherNodeHasRefreshedThenGoesOnWithItsTokens() {
		TestBrowser browser = logIn(addUser(), first());
		String[] before = tokens(browser, second());
		this.cognito.advanceClock(UNTIL_DUE);

		String[] refreshed = tokens(browser, first());

		assertThat(refreshed[0]).isNotEqualTo(before[0]);
		assertThat(tokens(browser, second())).isEqualTo(refreshed);
		assertThat(refreshes()).hasSize(1);
	}

	@Test
	void requestWhenAGroupWasAddedThenItCountsOnBothNodesFromTheRefreshOn() {
		String user = addUser();
		TestBrowser browser = logIn(user, first());
		this.client.createGroup((request) -> request.userPoolId(this.cognito.userPoolId()).groupName("admin"));
		this.client.adminAddUserToGroup(
				(request) -> request.userPoolId(this.cognito.userPoolId()).username(user).groupName("admin"));
		assertThat(outcome(browser, second(), "/admin/users")).isEqualTo("403");
		this.cognito.advanceClock(UNTIL_DUE);

		assertThat(outcome(browser, first(), "/admin/users")).isEqualTo("200");
		assertThat(outcome(browser, second(), "/admin/users")).isEqualTo("200");
		assertThat(refreshes()).hasSize(1);
	}

	@Test
	void refreshWhenARequestElsewhereEndsLaterThenItIsNotUndone(@TempDir Path directory) throws Exception {
		TestBrowser browser = logIn(addUser(), first());
		Path end = directory.resolve("end");
		CompletableFuture<HttpResponse<String>> late = browser.getLater(second(), "/test/hold?until=" + end);
		await("GetUser");
		this.cognito.advanceClock(UNTIL_DUE);
		String[] refreshed = tokens(browser, first());

		Files.createFile(end);

		assertThat(late.join().statusCode()).isEqualTo(200);
		assertThat(tokens(browser, first())).isEqualTo(refreshed);
		assertThat(tokens(browser, second())).isEqualTo(refreshed);
	}

	@Test
	void logoutWhenARequestElsewhereEndsLaterThenItIsNotUndone(@TempDir Path directory) throws Exception {
		String user = addUser();
		TestBrowser browser = logIn(user, first());
		Path end = directory.resolve("end");
		CompletableFuture<HttpResponse<String>> late = browser.getLater(second(), "/test/hold?until=" + end);
		await("GetUser");
		browser.submit(first(), "/profile", "/logout", Map.of());

		Files.createFile(end);

		assertThat(late.join().statusCode()).isEqualTo(200);
		for (Node node : nodes()) {
			assertThat(outcome(browser, node, "/profile")).isEqualTo("/login");
		}
		assertThat(sessionsOf(user)).isZero();
	}

	/**
	 * The pool holds the answer to the node that asked first until it has answered the
	 * other one.
	 */
	@ParameterizedTest
	@CsvSource({ "no rotation, -1", "rotation, 0", "rotation, 60" })
	void requestsWhenBothNodesRefreshInTheSameMomentThenNobodyIsLoggedOut(String mode, int gracePeriodSeconds)
			throws Exception {
		rotate((gracePeriodSeconds < 0) ? null : Duration.ofSeconds(gracePeriodSeconds));
		String user = addUser();
		TestBrowser browser = logIn(user, first());
		this.cognito.advanceClock(UNTIL_EXPIRED);
		this.gate.shut();

		List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			nodes().forEach((node) -> answers.add(browser.getLater(node, "/test/tokens")));
		}
		this.gate.awaitRefresh();
		await(REFRESH);
		this.gate.open();

		assertThat(answers).as(mode).allSatisfy((answer) -> assertThat(answer.join().statusCode()).isEqualTo(200));
		assertThat(refreshes()).as("one of each node")
			.extracting(RecordedCall::error)
			.containsExactly((gracePeriodSeconds == 0) ? "RefreshTokenReuseException" : null, null);
		String[] stored = tokens(browser, first());
		assertThat(tokens(browser, second())).isEqualTo(stored);
		this.cognito.advanceClock(UNTIL_EXPIRED);
		assertThat(tokens(browser, second())).isNotEqualTo(stored);
		assertThat(sessionsOf(user)).isOne();
	}

	@Test
	void refreshWhenNodeIsKilledInItsMiddleThenSessionGoesOnOnTheOtherAndAfterTheRestart() throws Exception {
		rotate(GRACE_PERIOD);
		String user = addUser();
		TestBrowser browser = logIn(user, first());
		String[] before = tokens(browser, first());
		this.cognito.advanceClock(UNTIL_EXPIRED);
		this.gate.shut();
		CompletableFuture<HttpResponse<String>> lost = browser.getLater(first(), "/test/tokens");
		this.gate.awaitRefresh();

		first().kill();
		this.gate.open();

		assertThat(lost).failsWithin(Duration.ofSeconds(10));
		String[] after = tokens(browser, second());
		assertThat(after[1]).isNotEqualTo(before[1]);
		this.first = launch("first-again");
		assertThat(tokens(browser, first())).isEqualTo(after);
		this.cognito.advanceClock(UNTIL_EXPIRED);
		assertThat(tokens(browser, first())[1]).isNotEqualTo(after[1]);
		assertThat(sessionsOf(user)).isOne();
	}

	private Node launch(String name) {
		List<String> properties = new ArrayList<>(store().properties());
		properties.add("cognitex.user-pool-id=" + this.cognito.userPoolId());
		properties.add("cognitex.client-id=" + this.cognito.clientId());
		properties.add("cognitex.endpoint=" + this.cognito.endpoint());
		properties.add("cognitex.issuer=" + this.cognito.issuer());
		properties.addAll(properties(name));
		return Node.launch(getClass().getSimpleName() + "-" + name, properties);
	}

	final Node first() {
		return Objects.requireNonNull(this.first);
	}

	final Node second() {
		return Objects.requireNonNull(this.second);
	}

	private List<Node> nodes() {
		return List.of(first(), second());
	}

	final SessionStore store() {
		return Objects.requireNonNull(this.store);
	}

	private long sessionsOf(String email) {
		return store().sessionsOf(
				this.client.adminGetUser((request) -> request.userPoolId(this.cognito.userPoolId()).username(email))
					.username());
	}

	final String addUser(String... factors) {
		String email = "person" + users.incrementAndGet() + "@example.com";
		EmbeddedUser.Builder user = EmbeddedUser.named(email).password(PASSWORD).attribute("email", email);
		for (String factor : factors) {
			user.mfa(factor);
		}
		this.cognito.addUser(user.build());
		return email;
	}

	static TestBrowser logIn(String user, Node node) {
		TestBrowser browser = new TestBrowser();
		assertThat(TestBrowser.outcome(submitPassword(browser, user, node))).isEqualTo("/");
		return browser;
	}

	private static HttpResponse<String> submitPassword(TestBrowser browser, String user, Node node) {
		return browser.submit(node, "/login", "/login", Map.of("username", user, "password", PASSWORD));
	}

	private static String submitCode(TestBrowser browser, Node node, String code) {
		return TestBrowser.outcome(browser.submit(node, "/login/challenge", "/login/challenge", Map.of("code", code)));
	}

	private static String outcome(TestBrowser browser, Node node, String path) {
		return TestBrowser.outcome(browser.get(node, path));
	}

	/** Access token and refresh token of the session. */
	static String[] tokens(TestBrowser browser, Node node) {
		HttpResponse<String> answer = browser.get(node, "/test/tokens");
		assertThat(TestBrowser.outcome(answer)).isEqualTo("200");
		return answer.body().split("\n");
	}

	private List<RecordedCall> refreshes() {
		return calls(REFRESH);
	}

	private List<RecordedCall> calls(String operation) {
		return this.cognito.calls().stream().filter((call) -> call.operation().equals(operation)).toList();
	}

	private void await(String operation) throws InterruptedException {
		for (int i = 0; i < 1000 && calls(operation).isEmpty(); i++) {
			Thread.sleep(10);
		}
		assertThat(calls(operation)).isNotEmpty();
	}

	/** Switches rotation on, or off without a grace period. */
	private void rotate(@Nullable Duration gracePeriod) {
		List<ExplicitAuthFlowsType> flows = new ArrayList<>(List.of(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH));
		if (gracePeriod == null) {
			flows.add(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
		}
		this.client.updateUserPoolClient((request) -> request.userPoolId(this.cognito.userPoolId())
			.clientId(this.cognito.clientId())
			.explicitAuthFlows(flows)
			.refreshTokenRotation((rotation) -> {
				rotation.feature((gracePeriod != null) ? FeatureType.ENABLED : FeatureType.DISABLED);
				if (gracePeriod != null) {
					rotation.retryGracePeriodSeconds((int) gracePeriod.toSeconds());
				}
			}));
	}

}
