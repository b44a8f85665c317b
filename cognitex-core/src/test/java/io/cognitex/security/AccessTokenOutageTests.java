package io.cognitex.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.SignIn;
import io.cognitex.SignInFlow;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of what a {@link CognitoAccessTokenIntrospector} does while Cognito is not well.
 */
@Tag("slow")
class AccessTokenOutageTests {

	private static final EmbeddedCognito cognito = EmbeddedCognito.start();

	private static final CognitoAccountManager accounts = CognitoAccountManager.builder()
		.userPoolId(cognito.userPoolId())
		.clientId(cognito.clientId())
		.endpoint(cognito.endpoint())
		.issuer(cognito.issuer())
		.signInFlow(SignInFlow.USER_PASSWORD_AUTH)
		.readTimeout(Duration.ofSeconds(1))
		.build();

	private static final CognitoTokenVerifier verifier = CognitoTokenVerifier.builder()
		.issuer(cognito.issuer())
		.clientIds(cognito.clientId())
		.clock(new EmbeddedClock(cognito))
		.build();

	private final List<Runnable> background = new ArrayList<>();

	private final CognitoAccessTokenIntrospector introspector = CognitoAccessTokenIntrospector
		.builder(verifier, accounts)
		.clock(new EmbeddedClock(cognito))
		.executor(this.background::add)
		.build();

	private String token;

	@BeforeEach
	void signIn() {
		cognito.reset();
		cognito.addUser(EmbeddedUser.named("alice").password("Passw0rd!").build());
		this.token = newToken();
		// brings the keys
		verifier.verifyAccessToken(this.token);
		cognito.clearCalls();
	}

	@AfterAll
	static void stop() {
		accounts.close();
		cognito.close();
	}

	static Stream<Named<Fault>> faults() {
		return Stream.of(Named.of("error", Fault.internalError()), Named.of("throttling", Fault.throttling()),
				Named.of("silence", Fault.latency(Duration.ofSeconds(2))),
				Named.of("closed connection", Fault.droppedConnection()),
				Named.of("half an answer", Fault.truncatedBody()));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void introspectWhenTokenIsNotKnownThenUnavailableAndNotRefused(Fault fault) {
		cognito.addFault(fault.on("GetUser"));

		assertUnavailable(this.token);

		assertThat(this.introspector.statistics().failures()).isOne();
		assertThat(this.introspector.statistics().refusals()).isZero();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void introspectWhenTokenIsFreshThenServedUntilMaxStaleness(Fault fault) {
		this.introspector.introspect(this.token);
		cognito.addFault(fault.on("GetUser"));
		cognito.advanceClock(Duration.ofSeconds(52));

		KnownAccessToken known = this.introspector.introspect(this.token);
		runInBackground();

		assertThat(known.principal().getName()).isEqualTo("alice");
		assertThat(this.introspector.introspect(this.token)).isEqualTo(known);
		cognito.advanceClock(Duration.ofSeconds(8));
		assertUnavailable(this.token);
	}

	@Test
	void introspectWhenOutageLastsThenFewCallsHoweverManyRequestsAndTokens() {
		cognito.addFault(Fault.internalError().on("GetUser"));
		String other = newToken();

		for (int i = 0; i < 200; i++) {
			assertUnavailable((i % 2 == 0) ? this.token : other);
		}

		assertThat(getUserCalls()).isLessThan(20);
	}

	@Test
	void introspectWhenOutageIsOverThenAskedAgain() {
		cognito.addFault(Fault.internalError().on("GetUser"));
		assertUnavailable(this.token);
		cognito.clearFaults();

		cognito.advanceClock(Outage.LONGEST_PAUSE);

		assertThat(this.introspector.introspect(this.token).principal().getName()).isEqualTo("alice");
	}

	@Test
	void introspectWhenRepeatedInVainThenRepeatedAgain() {
		this.introspector.introspect(this.token);
		cognito.addFault(Fault.internalError().on("GetUser").times(1));
		cognito.advanceClock(Duration.ofSeconds(50));
		this.introspector.introspect(this.token);
		runInBackground();
		cognito.advanceClock(Outage.LONGEST_PAUSE);

		this.introspector.introspect(this.token);
		runInBackground();

		cognito.advanceClock(Duration.ofSeconds(40));
		this.introspector.introspect(this.token);
		assertThat(this.introspector.statistics().misses()).isOne();
		assertThat(this.introspector.statistics().calls()).isEqualTo(3);
	}

	@Test
	void introspectWhenTokenIsForgedThenRefusedDuringAnOutageToo() {
		cognito.addFault(Fault.internalError());

		assertThatExceptionOfType(CognitoException.class)
			.isThrownBy(
					() -> this.introspector.introspect(this.token.substring(0, this.token.length() - 8) + "AAAAAAAA"))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED));
		assertThat(cognito.calls()).isEmpty();
	}

	@Test
	void introspectWhenCognitoFailsInTheMiddleOfLoadThenAuthenticatedRequestsGoOn() throws Exception {
		this.introspector.introspect(this.token);
		int threads = 4;
		AtomicBoolean end = new AtomicBoolean();
		AtomicInteger served = new AtomicInteger();
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<?>> load = new ArrayList<>();
			IntStream.range(0, threads).forEach((i) -> load.add(executor.submit(() -> {
				while (!end.get()) {
					assertThat(this.introspector.introspect(this.token).principal().getName()).isEqualTo("alice");
					served.incrementAndGet();
				}
			})));
			List<Fault> faults = List.of(Fault.internalError(), Fault.droppedConnection(), Fault.truncatedBody());

			for (Fault fault : faults) {
				cognito.clearFaults();
				cognito.addFault(fault.on("GetUser"));
				assertUnavailable(newToken());
				cognito.advanceClock(Outage.LONGEST_PAUSE);
			}
			end.set(true);

			for (Future<?> requests : load) {
				requests.get();
			}
		}
		finally {
			end.set(true);
			executor.shutdownNow();
		}
		assertThat(served).hasPositiveValue();
	}

	private void runInBackground() {
		List<Runnable> work = List.copyOf(this.background);
		this.background.clear();
		work.forEach(Runnable::run);
	}

	private void assertUnavailable(String token) {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.introspector.introspect(token))
			.satisfies((ex) -> assertThat(ex.error().kind()).isEqualTo(CognitoError.Kind.UNAVAILABLE));
	}

	private static String newToken() {
		return ((SignIn.Completed) accounts.authenticate("alice", "Passw0rd!")).tokens().accessToken();
	}

	private static long getUserCalls() {
		return cognito.calls().stream().filter((call) -> call.operation().equals("GetUser")).count();
	}

}
