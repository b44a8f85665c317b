package io.cognitex.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;

import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.TestClock;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks the formula of {@code docs/many-nodes.md} on caches of several nodes, to which
 * users send requests at random.
 */
class MultiNodeSimulationTests {

	private static final int USERS = 50;

	private static final int REQUESTS = 40_000;

	private final Random random = new Random(7);

	@ParameterizedTest(name = "{0} nodes, {1} s remembered, a request in {2} s")
	@CsvSource({ "1, 0, 10", "1, 30, 10", "1, 60, 10", "4, 30, 10", "4, 300, 10", "16, 60, 10", "1, 30, 1", "4, 60, 1",
			"16, 60, 1", "1, 60, 600" })
	void callsPerSecondWhenUsersSendAtRandomThenAsTheFormulaSays(int nodes, int remembered, double interval) {
		double expected = USERS * nodes / (remembered + nodes * interval);

		assertThat(callsPerSecond(nodes, remembered, interval)).isCloseTo(expected, Percentage.withPercentage(5));
	}

	private double callsPerSecond(int nodes, int remembered, double interval) {
		Instant start = Instant.parse("2026-11-23T00:00:00Z");
		TestClock clock = new TestClock(start);
		CognitoCredentialsCache[] caches = Stream
			.generate(() -> new CognitoCredentialsCache(Duration.ofSeconds(remembered), 10 * USERS, clock))
			.limit(nodes)
			.toArray(CognitoCredentialsCache[]::new);
		CognitoTokens issued = TestTokens.tokens();
		SignIn signIn = TestTokens.completed(
				new CognitoTokens(issued.accessToken(), issued.idToken(), null, Instant.parse("2036-01-01T00:00:00Z")));
		int[] calls = new int[1];
		for (int request = 0; request < REQUESTS; request++) {
			clock.advance(untilNextRequest(interval));
			caches[this.random.nextInt(nodes)].signIn("user" + this.random.nextInt(USERS), "secret", () -> {
				calls[0]++;
				return signIn;
			});
		}
		return calls[0] / (Duration.between(start, clock.instant()).toMillis() / 1000.0);
	}

	/**
	 * Of all users together, independently of each other.
	 */
	private Duration untilNextRequest(double interval) {
		return Duration.ofNanos((long) (-Math.log(1 - this.random.nextDouble()) * interval / USERS * 1e9));
	}

}
