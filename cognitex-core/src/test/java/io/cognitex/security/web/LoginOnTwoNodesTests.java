package io.cognitex.security.web;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.cognitex.security.web.LoginStory.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a login on two nodes: 1,000 {@linkplain LoginStory stories} of requests one
 * after another and at once, refreshes, lost answers, outages, a store that fails, nodes
 * that die, and logouts. A story that fails can be told again alone, by its seed, with
 * the system property {@code login.story}.
 */
@Tag("slow")
class LoginOnTwoNodesTests {

	private static final int STORIES = 334;

	private static final @Nullable Long ONLY = Long.getLong("login.story");

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.cognitex");

	/**
	 * There are outages by the hundred, each with a line of its own.
	 */
	@BeforeEach
	void silence() {
		this.logger.setLevel(Level.ERROR);
	}

	@AfterEach
	void speak() {
		this.logger.setLevel(null);
	}

	static Stream<@Nullable Duration> gracePeriods() {
		return Stream.of(Duration.ZERO, Duration.ofSeconds(30), null);
	}

	/**
	 * What a story allows it checks itself; these are the numbers.
	 */
	@ParameterizedTest
	@MethodSource("gracePeriods")
	void loginWhenAnythingHappensThenNoGoodRefreshTokenIsLost(@Nullable Duration gracePeriod) {
		Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
		List.of(Ending.values()).forEach((ending) -> endings.put(ending, 0));
		int refreshes = 0;

		try (TwoNodes app = new TwoNodes(gracePeriod)) {
			for (long seed : seeds()) {
				LoginStory story = new LoginStory(app, seed);
				tell(story, app, seed).forEach((ending) -> endings.merge(ending, 1, Integer::sum));
				refreshes += story.refreshes();
			}
		}

		if (ONLY == null) {
			assertThat(refreshes).isGreaterThan(2 * STORIES);
			assertThat(endings.get(Ending.LOGOUT)).isBetween(STORIES / 10, STORIES / 3);
			assertPlausible(gracePeriod, endings);
		}
	}

	/**
	 * A login ends only where an answer or a node is lost, and then only with rotation,
	 * and but for those who are out of luck only without a grace period.
	 */
	private static void assertPlausible(@Nullable Duration gracePeriod, Map<Ending, Integer> endings) {
		int lost = endings.get(Ending.LOST_ANSWER) + endings.get(Ending.DEAD_NODE);
		if (gracePeriod == null) {
			assertThat(lost + endings.get(Ending.STALLED_NODE)).isZero();
		}
		else if (gracePeriod.isZero()) {
			assertThat(endings.get(Ending.LOST_ANSWER)).isBetween(3, STORIES / 8);
			assertThat(endings.get(Ending.DEAD_NODE)).isBetween(3, STORIES / 8);
			assertThat(endings.get(Ending.STALLED_NODE)).isLessThan(STORIES / 50);
		}
		else {
			assertThat(lost).isLessThan(STORIES / 30);
			assertThat(endings.get(Ending.STALLED_NODE)).isZero();
		}
	}

	@Test
	void storyWhenToldTwiceThenTheSame() {
		try (TwoNodes app = new TwoNodes(Duration.ZERO)) {
			for (long seed = 0; seed < 10; seed++) {
				LoginStory first = new LoginStory(app, seed);
				tell(first, app, seed);
				LoginStory second = new LoginStory(app, seed);
				tell(second, app, seed);

				assertThat(second.log()).isEqualTo(first.log());
			}
		}
	}

	private static long[] seeds() {
		return (ONLY != null) ? new long[] { ONLY } : LongStream.range(0, STORIES).toArray();
	}

	private static Set<Ending> tell(LoginStory story, TwoNodes app, long seed) {
		try {
			return story.tell();
		}
		catch (AssertionError | RuntimeException ex) {
			app.nodes().forEach(app.interleaving()::kill);
			throw new AssertionError("With " + app + " and -Dlogin.story=" + seed + ": " + ex.getMessage()
					+ story.log().stream().map((line) -> "\n\t" + line).reduce("", String::concat), ex);
		}
	}

}
