package io.cognitex.boot.application;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.SignInFlow;
import io.cognitex.boot.application.BearerLoad.Answer;
import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access tokens over HTTP while requests go on and Cognito fails and recovers, or users
 * lose their rights. What is asserted is asserted on the clock of the pool, which is the
 * application's, too: how fast the machine is does not matter.
 */
@SpringBootTest(classes = PlainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.client.read-timeout=800ms", "cognitex.client.api-call-timeout=1700ms" })
@Import(AccessTokenFaultTests.WithTheClockOfThePool.class)
@DirtiesContext
@Tag("slow")
class AccessTokenFaultTests {

	private static final Duration MAX_STALENESS = Duration.ofSeconds(60);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	/** To how many requests of each user a test waits for answers. */
	private static final int MANY = 40;

	private static final EmbeddedCognito pool = EmbeddedCognito.start();

	private static final Clock clock = new PoolClock(pool);

	/** Stands between the application and the pool. */
	private static final FaultyCognito cognito = new FaultyCognito();

	private static final CognitoIdentityProviderClient others = CognitoIdentityProviderClient.builder()
		.endpointOverride(pool.endpoint())
		.region(Region.of(pool.region()))
		.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
		.build();

	private static final CognitoAccountManager accounts = CognitoAccountManager.builder()
		.userPoolId(pool.userPoolId())
		.clientId(pool.clientId())
		.endpoint(pool.endpoint())
		.issuer(pool.issuer())
		.signInFlow(SignInFlow.USER_PASSWORD_AUTH)
		.build();

	@Autowired
	private CognitoAccessTokenIntrospector introspector;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void connect(DynamicPropertyRegistry registry) {
		registry.add("cognitex.endpoint", cognito::endpoint);
		registry.add("cognitex.user-pool-id", pool::userPoolId);
		registry.add("cognitex.client-id", pool::clientId);
		registry.add("cognitex.issuer", pool::issuer);
	}

	@BeforeEach
	void reset() {
		pool.reset();
		recover();
		// whatever an earlier outage left
		pool.advanceClock(LONGEST_PAUSE);
	}

	@AfterAll
	static void stop() {
		others.close();
		accounts.close();
		cognito.close();
		pool.close();
	}

	static Stream<Named<Runnable>> faults() {
		return Stream.of(Named.of("slow", () -> cognito.isSlow(pool.endpoint(), Duration.ofSeconds(3))),
				Named.of("silence", cognito::staysSilent), Named.of("down", cognito::goesDown),
				Named.of("throttling",
						() -> cognito.answers(400,
								"{\"__type\": \"TooManyRequestsException\", \"message\": \"Rate exceeded\"}")),
				Named.of("garbage", () -> cognito.answers(200, "<html>Welcome to the captive portal</html>")),
				Named.of("half an answer", () -> cognito.answers(200, "{\"Username\": \"alice\", \"UserAttr")),
				Named.of("internal error", () -> cognito.answers(500, "{\"__type\": \"InternalErrorException\"}")),
				Named.of("gateway page", () -> cognito.answers(502, "<html>Bad gateway</html>")));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void requestsWhenCognitoFailsThenServedWhileFreshAndUnavailableOtherwise(Runnable fault) throws Exception {
		Map<String, String> known = accessTokens("alice", "bob", "carol");
		Map<String, String> strangers = accessTokens("dave", "erin", "frank");
		Instant notKnownBefore = clock.instant();
		try (BearerLoad load = new BearerLoad(this.port, clock, known)) {
			assertThat(load.next(MANY)).allMatch(Answer::isOk);
			Instant allKnown = clock.instant();
			long calls = calls();
			int attempts = cognito.calls();

			fault.run();
			load.add(strangers);
			List<Answer> answers = new ArrayList<>(load.next(MANY));
			pool.advanceClock(Duration.ofSeconds(51));
			answers.addAll(load.next(MANY));
			pool.advanceClock(Duration.ofSeconds(9));
			answers.addAll(load.next(MANY));
			calls = calls() - calls;
			attempts = cognito.calls() - attempts;
			Duration withoutLeaps = Duration.between(allKnown, clock.instant()).minus(MAX_STALENESS);

			assertThat(answers).filteredOn((answer) -> strangers.containsKey(answer.username()))
				.isNotEmpty()
				.allMatch(Answer::isUnavailable);
			assertThat(answers)
				.filteredOn((answer) -> known.containsKey(answer.username())
						&& answer.end().isBefore(notKnownBefore.plus(MAX_STALENESS)))
				.isNotEmpty()
				.allMatch(Answer::isOk);
			assertThat(answers)
				.filteredOn((answer) -> known.containsKey(answer.username())
						&& !answer.begin().isBefore(allKnown.plus(MAX_STALENESS)))
				.isNotEmpty()
				.allMatch(Answer::isUnavailable);
			// one for each token that is under way when the first fails, then one after
			// each pause; a leap of the clock ends one pause
			assertThat(calls).isBetween(1L, 6 + pausesIn(withoutLeaps) + 2);
			assertThat(attempts).isLessThanOrEqualTo(2 * (int) calls);
			assertThat(answers).hasSizeGreaterThan(10 * (int) calls);
			recoverAndWait(load);
			assertThat(load.next(MANY)).allMatch(Answer::isOk);
			assertThat(load.answers()).allMatch((answer) -> answer.isOk() || answer.isUnavailable());
		}
	}

	@Test
	void requestsWhenCognitoIsSlowButAnswersThenServedWithOneCallForEachToken() throws Exception {
		Map<String, String> known = accessTokens("alice", "bob", "carol");
		Map<String, String> strangers = accessTokens("dave", "erin", "frank");
		try (BearerLoad load = new BearerLoad(this.port, clock, known)) {
			load.next(1);
			long calls = calls();

			slowDown();
			load.add(strangers);
			load.next(MANY);
			long callsForStrangers = calls() - calls;
			pool.advanceClock(Duration.ofSeconds(51));
			load.next(MANY);
			pool.advanceClock(Duration.ofSeconds(9));
			load.next(MANY);

			assertThat(load.answers()).allMatch(Answer::isOk);
			assertThat(callsForStrangers).isEqualTo(3);
			// each asked ahead, and once more if that is not answered in time
			assertThat(calls() - calls).isBetween(3L + 6, 3L + 6 + 6);
		}
	}

	static Stream<Named<Runnable>> calms() {
		return Stream.of(Named.of("well", AccessTokenFaultTests::recover),
				Named.of("slow, but in time", AccessTokenFaultTests::slowDown));
	}

	@ParameterizedTest
	@MethodSource("calms")
	void requestsWhenUsersLoseTheirRightsThenSeenWithinMaxStaleness(Runnable calm) throws Exception {
		List<Answer> answers = answersToUsersWhoLoseTheirRights(calm);

		assertThat(answers).noneMatch((answer) -> answer.status() == 503);
	}

	/**
	 * The slower ones would not show more.
	 */
	static Stream<Named<Runnable>> someFaults() {
		return faults().filter((fault) -> Set.of("silence", "down", "throttling", "garbage").contains(fault.getName()));
	}

	@ParameterizedTest
	@MethodSource("someFaults")
	void requestsWhenUsersLoseTheirRightsDuringAFaultThenNotServedLongerThanMaxStaleness(Runnable fault)
			throws Exception {
		List<Answer> answers = answersToUsersWhoLoseTheirRights(fault);

		assertThat(answers).filteredOn((answer) -> answer.status() == 503).isNotEmpty().allMatch(Answer::retryAfter);
	}

	private List<Answer> answersToUsersWhoLoseTheirRights(Runnable fault) throws Exception {
		Map<String, CognitoTokens> tokens = tokens("signed-out", "revoked", "disabled", "deleted", "changed",
				"bystander");
		Set<String> refused = Set.of("signed-out", "revoked", "disabled", "deleted");
		try (BearerLoad load = new BearerLoad(this.port, clock, accessTokens(tokens))) {
			assertThat(load.next(5)).allMatch(Answer::isOk);

			fault.run();
			others.globalSignOut((request) -> request.accessToken(tokens.get("signed-out").accessToken()));
			others.revokeToken(
					(request) -> request.clientId(pool.clientId()).token(tokens.get("revoked").refreshToken()));
			others.adminDisableUser((request) -> request.userPoolId(pool.userPoolId()).username("disabled"));
			others.adminDeleteUser((request) -> request.userPoolId(pool.userPoolId()).username("deleted"));
			others.adminUpdateUserAttributes((request) -> request.userPoolId(pool.userPoolId())
				.username("changed")
				.userAttributes(AttributeType.builder().name("email").value("new@example.com").build()));
			Instant lost = clock.instant();
			for (int seconds : List.of(45, 6, 6, 2, 1, 5)) {
				load.next(5);
				pool.advanceClock(Duration.ofSeconds(seconds));
			}
			load.next(5);
			recoverAndWait(load);
			List<Answer> afterwards = load.next(5);

			List<Answer> answers = load.answers();
			tokens.keySet()
				.stream()
				.filter((username) -> !username.equals("bystander"))
				.forEach((username) -> assertThat(answers)
					.filteredOn((answer) -> answer.username().equals(username) && isOfOldRights(answer)
							&& !answer.begin().isBefore(lost))
					.as(username)
					.isNotEmpty()
					.allMatch((answer) -> answer.begin().isBefore(lost.plus(MAX_STALENESS))));
			assertThat(afterwards)
				.allMatch((answer) -> refused.contains(answer.username()) ? answer.status() == 401 : answer.isOk());
			assertThat(answers).filteredOn((answer) -> !refused.contains(answer.username()))
				.allMatch((answer) -> answer.isOk() || answer.isUnavailable());
			assertThat(answers).allMatch((answer) -> Set.of(200, 401, 503).contains(answer.status()));
			return answers;
		}
	}

	private static boolean isOfOldRights(Answer answer) {
		return answer.status() == 200 && !answer.body().contains("new@example.com");
	}

	private static void recover() {
		cognito.isWell(pool.endpoint());
	}

	private static void slowDown() {
		cognito.isSlow(pool.endpoint(), Duration.ofMillis(50));
	}

	/**
	 * A call may be under way that still fails, and begins another pause.
	 */
	private static void recoverAndWait(BearerLoad load) throws Exception {
		recover();
		for (int i = 0; i < 3; i++) {
			pool.advanceClock(LONGEST_PAUSE);
			load.next(1);
		}
	}

	/**
	 * How many pauses there can be in a time, were each as short as chance makes it.
	 */
	private static long pausesIn(Duration time) {
		long pauses = 0;
		long pause = 50;
		for (long left = time.toMillis() - pause; left >= 0; left -= pause) {
			pauses++;
			pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis() / 2);
		}
		return pauses;
	}

	private long calls() {
		return this.introspector.statistics().calls();
	}

	private static Map<String, String> accessTokens(String... usernames) {
		return accessTokens(tokens(usernames));
	}

	private static Map<String, String> accessTokens(Map<String, CognitoTokens> tokens) {
		Map<String, String> accessTokens = new LinkedHashMap<>();
		tokens.forEach((username, issued) -> accessTokens.put(username, issued.accessToken()));
		return accessTokens;
	}

	private static Map<String, CognitoTokens> tokens(String... usernames) {
		Map<String, CognitoTokens> tokens = new LinkedHashMap<>();
		for (String username : usernames) {
			pool.addUser(EmbeddedUser.named(username)
				.password("Passw0rd!")
				.attribute("email", username + "@example.com")
				.build());
			tokens.put(username, ((SignIn.Completed) accounts.authenticate(username, "Passw0rd!")).tokens());
		}
		return tokens;
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class WithTheClockOfThePool {

		@Bean
		CognitoTokenVerifier verifier() {
			return CognitoTokenVerifier.builder()
				.issuer(pool.issuer())
				.clientIds(pool.clientId())
				.jwkSetUri(cognito.endpoint().resolve(URI.create(pool.issuer()).getPath() + "/.well-known/jwks.json"))
				.clock(clock)
				.build();
		}

		@Bean
		CognitoAccessTokenIntrospector introspector(CognitoTokenVerifier verifier, CognitoAccountManager accounts) {
			return CognitoAccessTokenIntrospector.builder(verifier, accounts).clock(clock).build();
		}

	}

}
