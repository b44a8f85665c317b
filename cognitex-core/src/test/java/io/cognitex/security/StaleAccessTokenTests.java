package io.cognitex.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoTokens;
import io.cognitex.CognitoUser;
import io.cognitex.SignIn;
import io.cognitex.SignInFlow;
import io.cognitex.TestClock;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.LogoutSuccessEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of how long a {@link CognitoAccessTokenIntrospector} remembers, with a pool whose
 * clock moves. The changes are made by others, with the AWS SDK.
 */
class StaleAccessTokenTests {

	private static final Duration MAX_STALENESS = Duration.ofSeconds(60);

	private static final EmbeddedCognito cognito = EmbeddedCognito.start();

	private static final CognitoIdentityProviderClient others = CognitoIdentityProviderClient.builder()
		.endpointOverride(cognito.endpoint())
		.region(Region.of(cognito.region()))
		.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
		.build();

	private static final CognitoAccountManager accounts = CognitoAccountManager.builder()
		.userPoolId(cognito.userPoolId())
		.clientId(cognito.clientId())
		.endpoint(cognito.endpoint())
		.issuer(cognito.issuer())
		.signInFlow(SignInFlow.USER_PASSWORD_AUTH)
		.build();

	private static final CognitoTokenVerifier verifier = CognitoTokenVerifier.builder()
		.issuer(cognito.issuer())
		.clientIds(cognito.clientId())
		.clock(new EmbeddedClock(cognito))
		.build();

	private final List<Runnable> background = new ArrayList<>();

	private final CognitoAccessTokenIntrospector introspector = introspector((builder) -> builder);

	private CognitoTokens tokens;

	private String token;

	@BeforeEach
	void signIn() {
		cognito.reset();
		cognito.addUser(EmbeddedUser.named("alice")
			.password("Passw0rd!")
			.attribute("email", "alice@example.com")
			.group("admin")
			.build());
		this.tokens = tokens();
		this.token = this.tokens.accessToken();
		cognito.clearCalls();
	}

	@AfterAll
	static void stop() {
		others.close();
		accounts.close();
		cognito.close();
	}

	static Stream<Named<BiConsumer<CognitoIdentityProviderClient, CognitoTokens>>> revocations() {
		return Stream.of(
				Named.of("signed out everywhere",
						(cognito, tokens) -> cognito
							.globalSignOut((request) -> request.accessToken(tokens.accessToken()))),
				Named.of("signed out by an administrator",
						(client, tokens) -> client.adminUserGlobalSignOut(
								(request) -> request.userPoolId(cognito.userPoolId()).username("alice"))),
				Named.of("refresh token revoked",
						(client, tokens) -> client.revokeToken(
								(request) -> request.clientId(cognito.clientId()).token(tokens.refreshToken()))),
				Named.of("disabled",
						(client, tokens) -> client
							.adminDisableUser((request) -> request.userPoolId(cognito.userPoolId()).username("alice"))),
				Named.of("deleted", (client, tokens) -> client
					.adminDeleteUser((request) -> request.userPoolId(cognito.userPoolId()).username("alice"))));
	}

	@ParameterizedTest
	@MethodSource("revocations")
	void introspectWhenRevokedAsLongAgoAsMaxStalenessThenRefused(
			BiConsumer<CognitoIdentityProviderClient, CognitoTokens> revocation) {
		this.introspector.introspect(this.token);
		revocation.accept(others, this.tokens);

		cognito.advanceClock(MAX_STALENESS);

		assertRefused(this.introspector, this.token);
	}

	@ParameterizedTest
	@MethodSource("revocations")
	void introspectWhenEveryRequestAsksThenRefusedAtOnce(
			BiConsumer<CognitoIdentityProviderClient, CognitoTokens> revocation) {
		CognitoAccessTokenIntrospector introspector = introspector((builder) -> builder.maxStaleness(Duration.ZERO));
		introspector.introspect(this.token);

		revocation.accept(others, this.tokens);

		assertRefused(introspector, this.token);
	}

	@ParameterizedTest
	@MethodSource("revocations")
	void introspectWhenRevocationIsSeenInTheBackgroundThenRefusedFromThenOn(
			BiConsumer<CognitoIdentityProviderClient, CognitoTokens> revocation) {
		this.introspector.introspect(this.token);
		revocation.accept(others, this.tokens);
		cognito.advanceClock(Duration.ofSeconds(51));

		this.introspector.introspect(this.token);
		runInBackground();

		assertRefused(this.introspector, this.token);
	}

	@Test
	void introspectWhenUsedWithoutABreakThenRevocationIsSeenInTime() {
		this.introspector.introspect(this.token);
		others.adminDisableUser((request) -> request.userPoolId(cognito.userPoolId()).username("alice"));
		int accepted = 0;

		for (int second = 1; second <= 60; second++) {
			cognito.advanceClock(Duration.ofSeconds(1));
			accepted += isAccepted(this.token) ? 1 : 0;
			runInBackground();
		}

		assertThat(accepted).isBetween(40, 59);
		assertRefused(this.introspector, this.token);
	}

	@Test
	void introspectWhenAnswerIsLateThenItsAgeCountsFromTheQuestion() {
		CognitoAccountManager late = new StubAccountManager() {
			@Override
			public CognitoUser getUser(String accessToken) {
				CognitoUser user = accounts.getUser(accessToken);
				cognito.advanceClock(Duration.ofSeconds(40));
				return user;
			}
		};
		CognitoAccessTokenIntrospector introspector = introspector(late, (builder) -> builder);
		introspector.introspect(this.token);
		cognito.advanceClock(Duration.ofSeconds(20));

		introspector.introspect(this.token);

		assertThat(getUserCalls()).isEqualTo(2);
	}

	@Test
	void introspectWhenRememberedTokenHasExpiredThenRefusedWithoutACall() {
		CognitoAccessTokenIntrospector introspector = introspector(
				(builder) -> builder.maxStaleness(Duration.ofHours(2)));
		introspector.introspect(this.token);

		cognito.advanceClock(Duration.ofHours(1));

		assertRefused(introspector, this.token);
		assertThat(getUserCalls()).isOne();
	}

	@Test
	void introspectWhenRefusedThenTheRefusalIsNotRemembered() {
		others.adminDisableUser((request) -> request.userPoolId(cognito.userPoolId()).username("alice"));

		assertRefused(this.introspector, this.token);
		assertRefused(this.introspector, this.token);

		assertThat(getUserCalls()).isEqualTo(2);
		assertThat(this.introspector.statistics()).isEqualTo(new AccessTokenStatistics(0, 2, 2, 2, 0, 0));
	}

	@Test
	void introspectWhenTokenIsNearlyTheSameThenNotRemembered() {
		this.introspector.introspect(this.token);
		char last = this.token.charAt(this.token.length() - 2);

		String forged = this.token.substring(0, this.token.length() - 2) + ((last == 'A') ? 'B' : 'A')
				+ this.token.charAt(this.token.length() - 1);

		assertRefused(this.introspector, forged);
		assertThat(getUserCalls()).isOne();
	}

	@Test
	void introspectWhenCognitoIsNeverAskedThenRevocationIsNotSeenBeforeTheTokenExpires() {
		CognitoAccessTokenIntrospector introspector = introspector(CognitoAccessTokenIntrospectorBuilder::localOnly);
		others.adminDisableUser((request) -> request.userPoolId(cognito.userPoolId()).username("alice"));
		cognito.advanceClock(Duration.ofMinutes(59));

		KnownAccessToken known = introspector.introspect(this.token);

		assertThat(known.principal().getName()).isEqualTo("alice");
		assertThat(known.principal().getGroups()).containsExactly("admin");
		assertThat(known.principal().getAttributes()).containsOnlyKeys("sub");
		assertThat(getUserCalls()).isZero();
		cognito.advanceClock(Duration.ofMinutes(1));
		assertRefused(introspector, this.token);
	}

	@Test
	void introspectWhenRememberedThenNoCall() {
		KnownAccessToken first = this.introspector.introspect(this.token);
		cognito.advanceClock(MAX_STALENESS.minusSeconds(5));

		KnownAccessToken second = this.introspector.introspect(this.token);

		assertThat(second).isSameAs(first);
		assertThat(second.principal().getEmail()).isEqualTo("alice@example.com");
		assertThat(getUserCalls()).isOne();
		assertThat(this.introspector.statistics()).isEqualTo(new AccessTokenStatistics(1, 1, 1, 0, 0, 1));
	}

	@Test
	void introspectWhenEveryRequestAsksThenNothingIsRemembered() {
		CognitoAccessTokenIntrospector introspector = introspector((builder) -> builder.maxStaleness(Duration.ZERO));

		introspector.introspect(this.token);
		introspector.introspect(this.token);

		assertThat(getUserCalls()).isEqualTo(2);
		assertThat(introspector.statistics().remembered()).isZero();
	}

	@Test
	void introspectWhenSoonTooOldThenAskedOnceInTheBackgroundAndServedMeanwhile() {
		this.introspector.introspect(this.token);
		cognito.advanceClock(Duration.ofSeconds(50));

		this.introspector.introspect(this.token);
		this.introspector.introspect(this.token);

		assertThat(getUserCalls()).isOne();
		assertThat(this.background).hasSize(1);
		runInBackground();
		assertThat(getUserCalls()).isEqualTo(2);
		cognito.advanceClock(Duration.ofSeconds(40));
		this.introspector.introspect(this.token);
		assertThat(getUserCalls()).isEqualTo(2);
		assertThat(this.introspector.statistics().misses()).isOne();
	}

	@Test
	void introspectWhenThereIsTooMuchToAskInTheBackgroundThenServedAndTriedAgain() {
		AtomicInteger attempts = new AtomicInteger();
		CognitoAccessTokenIntrospector introspector = introspector((builder) -> builder.executor((work) -> {
			attempts.incrementAndGet();
			throw new RejectedExecutionException();
		}));
		introspector.introspect(this.token);
		cognito.advanceClock(Duration.ofSeconds(50));

		introspector.introspect(this.token);
		introspector.introspect(this.token);

		assertThat(attempts).hasValue(2);
		assertThat(getUserCalls()).isOne();
	}

	@Test
	void introspectWhenClockIsSetBackThenAsked() {
		TestClock clock = new TestClock(cognito.now());
		CognitoAccessTokenIntrospector introspector = introspector((builder) -> builder.clock(clock));
		introspector.introspect(this.token);

		clock.advance(Duration.ofSeconds(-1));

		introspector.introspect(this.token);
		assertThat(getUserCalls()).isEqualTo(2);
	}

	@Test
	void introspectWhenManyWaitForTheSameTokenThenOneCall() throws Exception {
		int requests = 64;
		ExecutorService executor = Executors.newFixedThreadPool(requests);
		CyclicBarrier together = new CyclicBarrier(requests);
		Callable<KnownAccessToken> request = () -> {
			together.await();
			return this.introspector.introspect(this.token);
		};
		cognito.addFault(Fault.latency(Duration.ofMillis(200)).on("GetUser"));
		try {
			List<Future<KnownAccessToken>> answers = IntStream.range(0, requests)
				.mapToObj((i) -> executor.submit(request))
				.toList();

			for (Future<KnownAccessToken> answer : answers) {
				assertThat(answer.get().principal().getName()).isEqualTo("alice");
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(getUserCalls()).isOne();
	}

	@Test
	void introspectWhenThereAreMoreTokensThanAreRememberedThenBounded() {
		CognitoAccessTokenIntrospector introspector = introspector((builder) -> builder.maxRemembered(2));

		Stream.generate(() -> tokens().accessToken()).limit(5).forEach(introspector::introspect);

		assertThat(introspector.statistics().remembered()).isEqualTo(2);
	}

	@Test
	void introspectWhenUserChangesAttributesThroughUsThenSeenAtOnceForAllTokensOfTheUser() {
		String other = tokens().accessToken();
		this.introspector.introspect(this.token);
		this.introspector.introspect(other);

		accounts.updateUserAttributes(this.token, Map.of("name", "Alice"));

		assertThat(this.introspector.introspect(this.token).principal().getAttributes()).containsEntry("name", "Alice");
		assertThat(this.introspector.introspect(other).principal().getAttributes()).containsEntry("name", "Alice");
	}

	@Test
	void introspectWhenAttributesAreChangedByOthersThenSeenAfterMaxStaleness() {
		this.introspector.introspect(this.token);
		others.adminUpdateUserAttributes((request) -> request.userPoolId(cognito.userPoolId())
			.username("alice")
			.userAttributes(List.of(AttributeType.builder().name("name").value("Alice").build())));
		cognito.advanceClock(MAX_STALENESS);

		KnownAccessToken known = this.introspector.introspect(this.token);

		assertThat(known.principal().getAttributes()).containsEntry("name", "Alice");
	}

	@Test
	void introspectWhenAccountChangesWhileCognitoIsAskedThenTheAnswerIsNotRemembered() {
		CognitoAccountManager changing = new StubAccountManager() {
			@Override
			public CognitoUser getUser(String accessToken) {
				CognitoUser user = accounts.getUser(accessToken);
				if (user.attribute("name") == null) {
					accounts.updateUserAttributes(accessToken, Map.of("name", "Alice"));
				}
				return user;
			}
		};
		CognitoAccessTokenIntrospector introspector = introspector(changing, (builder) -> builder);
		accounts.addListener(introspector);

		introspector.introspect(this.token);

		assertThat(introspector.introspect(this.token).principal().getAttributes()).containsEntry("name", "Alice");
	}

	@Test
	void introspectWhenUserLoggedOutThenAsked() {
		CognitoPrincipal alice = this.introspector.introspect(this.token).principal();
		this.introspector.onApplicationEvent(new LogoutSuccessEvent(new TestingAuthenticationToken("alice", null)));
		this.introspector.introspect(this.token);
		assertThat(getUserCalls()).isOne();

		this.introspector.onApplicationEvent(new LogoutSuccessEvent(new TestingAuthenticationToken(alice, null)));

		this.introspector.introspect(this.token);
		assertThat(getUserCalls()).isEqualTo(2);
	}

	private CognitoAccessTokenIntrospector introspector(UnaryOperator<CognitoAccessTokenIntrospectorBuilder> settings) {
		return introspector(accounts, settings);
	}

	private CognitoAccessTokenIntrospector introspector(CognitoAccountManager accounts,
			UnaryOperator<CognitoAccessTokenIntrospectorBuilder> settings) {
		return settings
			.apply(CognitoAccessTokenIntrospector.builder(verifier, accounts)
				.clock(new EmbeddedClock(cognito))
				.executor(this.background::add))
			.build();
	}

	private void runInBackground() {
		List<Runnable> work = List.copyOf(this.background);
		this.background.clear();
		work.forEach(Runnable::run);
	}

	private boolean isAccepted(String token) {
		try {
			this.introspector.introspect(token);
			return true;
		}
		catch (CognitoException ex) {
			return false;
		}
	}

	private static CognitoTokens tokens() {
		return ((SignIn.Completed) accounts.authenticate("alice", "Passw0rd!")).tokens();
	}

	private static long getUserCalls() {
		return cognito.calls().stream().filter((call) -> call.operation().equals("GetUser")).count();
	}

	private static void assertRefused(CognitoAccessTokenIntrospector introspector, String token) {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> introspector.introspect(token))
			.satisfies((ex) -> assertThat(ex.error()).isIn(CognitoError.NOT_AUTHORIZED, CognitoError.USER_NOT_FOUND));
	}

}
