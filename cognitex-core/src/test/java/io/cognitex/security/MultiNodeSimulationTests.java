package io.cognitex.security;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cognitex.CognitoTokens;
import io.cognitex.CognitoUser;
import io.cognitex.SignIn;
import io.cognitex.TestClock;
import io.cognitex.jwt.TestJwts;
import io.cognitex.token.CognitoTokenVerifier;
import io.cognitex.token.TestJwkSetServer;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks the formula of {@code docs/many-nodes.md} on caches of several nodes, to which
 * users send requests at random.
 */
class MultiNodeSimulationTests {

	private static final int USERS = 50;

	private static final int REQUESTS = 5_000;

	private static final Instant START = TestJwts.NOW;

	private static List<String> accessTokens;

	private static TestJwkSetServer pool;

	private final TestClock clock = new TestClock(START);

	private final AtomicInteger calls = new AtomicInteger();

	private final Random random = new Random(7);

	@BeforeAll
	static void issue() throws IOException {
		pool = new TestJwkSetServer(TestJwts.jwkSet());
		accessTokens = IntStream.range(0, USERS)
			.mapToObj((user) -> TestJwts.accessToken()
				.claim("username", "user" + user)
				.claim("sub", "sub-of-user" + user)
				.claim("exp", Instant.parse("2036-01-01T00:00:00Z").getEpochSecond())
				.build())
			.toList();
	}

	@AfterAll
	static void close() {
		pool.close();
	}

	@ParameterizedTest(name = "{0} nodes, {1} s remembered, a request in {2} s")
	@CsvSource({ "1, 0, 10", "1, 30, 10", "1, 60, 10", "4, 30, 10", "4, 300, 10", "16, 60, 10", "1, 30, 1", "4, 60, 1",
			"16, 60, 1", "1, 60, 600" })
	void callsPerSecondWhenCredentialsAreSentAtRandomThenAsTheFormulaSays(int nodes, int remembered, double interval) {
		double expected = formula(nodes, remembered, interval);

		double actual = callsPerSecond(nodes(nodes, () -> basic(remembered)), interval, remembered);

		assertThat(actual).isCloseTo(expected, Percentage.withPercentage(5));
	}

	@ParameterizedTest(name = "{0} nodes, max-staleness {1} s, a request in {2} s")
	@CsvSource({ "1, 0, 10", "1, 5, 1", "1, 30, 10", "1, 60, 10", "4, 300, 10", "16, 60, 10", "1, 30, 1", "4, 60, 1",
			"16, 60, 1", "1, 60, 600", "1, 4, 0.2", "2, 600, 10" })
	void callsPerSecondWhenTokensAreSentAtRandomThenAsTheFormulaSaysForAShorterTime(int nodes, int maxStaleness,
			double interval) {
		double expected = formula(nodes, maxStaleness - Math.min(maxStaleness / 5.0, 10), interval);

		double actual = callsPerSecond(
				nodes(nodes, () -> bearer((builder) -> builder.maxStaleness(Duration.ofSeconds(maxStaleness)))),
				interval, maxStaleness);

		assertThat(actual).isCloseTo(expected, Percentage.withPercentage(5));
	}

	@Test
	void callsPerSecondWhenCognitoIsNeverAskedThenNone() {
		double actual = callsPerSecond(nodes(4, () -> bearer(CognitoAccessTokenIntrospectorBuilder::localOnly)), 10, 0);

		assertThat(actual).isZero();
	}

	private static double formula(int nodes, double remembered, double interval) {
		return USERS * nodes / (remembered + nodes * interval);
	}

	private static List<Node> nodes(int count, Supplier<Node> node) {
		return Stream.generate(node).limit(count).toList();
	}

	private Node basic(int remembered) {
		CognitoCredentialsCache cache = new CognitoCredentialsCache(Duration.ofSeconds(remembered), 10 * USERS,
				this.clock);
		CognitoTokens issued = TestTokens.tokens();
		SignIn signIn = TestTokens.completed(
				new CognitoTokens(issued.accessToken(), issued.idToken(), null, Instant.parse("2036-01-01T00:00:00Z")));
		return (user) -> cache.signIn("user" + user, "secret", () -> {
			this.calls.incrementAndGet();
			return signIn;
		});
	}

	private Node bearer(UnaryOperator<CognitoAccessTokenIntrospectorBuilder> settings) {
		CognitoTokenVerifier verifier = CognitoTokenVerifier.builder()
			.issuer(TestJwts.ISSUER)
			.jwkSetUri(pool.uri())
			.clientIds(TestJwts.CLIENT_ID)
			.clock(this.clock)
			.build();
		CognitoAccessTokenIntrospector introspector = settings
			.apply(CognitoAccessTokenIntrospector.builder(verifier, new CountedUsers())
				.clock(this.clock)
				.executor(Runnable::run))
			.build();
		return (user) -> introspector.introspect(accessTokens.get(user));
	}

	/**
	 * Users begin one after the other, and are counted when all have: who begins together
	 * would be asked about together, in waves.
	 */
	private double callsPerSecond(List<Node> nodes, double interval, int remembered) {
		Duration beginning = Duration.ofMillis((long) (1000 * (remembered + nodes.size() * interval)));
		List<Instant> begins = Stream
			.generate(() -> START.plus(Duration.ofMillis(this.random.nextLong(beginning.toMillis()))))
			.limit(USERS)
			.toList();
		while (this.clock.instant().isBefore(START.plus(beginning))) {
			request(nodes, interval, begins);
		}
		this.calls.set(0);
		Instant begin = this.clock.instant();
		for (int request = 0; request < REQUESTS; request++) {
			request(nodes, interval, begins);
		}
		return this.calls.get() / (Duration.between(begin, this.clock.instant()).toMillis() / 1000.0);
	}

	private void request(List<Node> nodes, double interval, List<Instant> begins) {
		this.clock.advance(untilNextRequest(interval));
		int user = this.random.nextInt(USERS);
		if (!this.clock.instant().isBefore(begins.get(user))) {
			nodes.get(this.random.nextInt(nodes.size())).request(user);
		}
	}

	/**
	 * Of all users together, independently of each other.
	 */
	private Duration untilNextRequest(double interval) {
		return Duration.ofNanos((long) (-Math.log(1 - this.random.nextDouble()) * interval / USERS * 1e9));
	}

	private interface Node {

		void request(int user);

	}

	/**
	 * A pool whose only operation is {@code GetUser}.
	 */
	private final class CountedUsers extends StubAccountManager {

		@Override
		public CognitoUser getUser(String accessToken) {
			MultiNodeSimulationTests.this.calls.incrementAndGet();
			String username = "user" + accessTokens.indexOf(accessToken);
			return new CognitoUser(username, Map.of("sub", "sub-of-" + username));
		}

	}

}
