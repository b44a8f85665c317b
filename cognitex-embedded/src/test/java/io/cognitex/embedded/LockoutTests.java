package io.cognitex.embedded;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static org.assertj.core.api.Assertions.assertThat;

class LockoutTests {

	private static final String LOCKED = "Password attempts exceeded";

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	LockoutTests() {
		this.pool.addAlice();
	}

	@Test
	void signInWhenFiveWereWrongThenLockedForOneSecond() {
		fail("alice", 5);

		assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.PASSWORD), LOCKED);
		this.clock.advance(Duration.ofMillis(999));
		assertNotAuthorized(() -> this.pool.srpSignIn("alice", TestPool.PASSWORD), LOCKED);

		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void signInWhenMoreAreWrongThenLockDoublesUpToFifteenMinutes() {
		fail("alice", 5);
		long lock = 1;
		while (lock < 900) {
			this.clock.advance(Duration.ofSeconds(lock));
			fail("alice", 1);
			lock = Math.min(2 * lock, 900);
			this.clock.advance(Duration.ofSeconds(lock - 1));
			assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.PASSWORD), LOCKED);
			this.clock.advance(Duration.ofSeconds(1 - lock));
		}

		this.clock.advance(Duration.ofSeconds(lock));

		fail("alice", 4);
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void signInWhenTriedWhileLockedThenDoesNotCount() {
		fail("alice", 5);
		for (int i = 0; i < 10; i++) {
			assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.OTHER_PASSWORD), LOCKED);
		}

		this.clock.advance(Duration.ofSeconds(1));

		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void signInWhenSuccessfulThenCountBeginsAgain() {
		fail("alice", 4);
		this.pool.signIn("alice");
		fail("alice", 4);

		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void signInWhenQuietForFifteenMinutesThenCountBeginsAgain() {
		fail("alice", 4);
		this.clock.advance(Duration.ofMinutes(15));
		fail("alice", 4);

		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void srpWhenFiveWereWrongThenLocked() {
		for (int i = 0; i < 5; i++) {
			assertNotAuthorized(() -> this.pool.srpSignIn("alice", TestPool.OTHER_PASSWORD), INCORRECT);
		}

		assertNotAuthorized(() -> this.pool.srpSignIn("alice", TestPool.PASSWORD), LOCKED);
	}

	@Test
	void signInWhenUserIsUnknownThenLockedLikeARealOne() {
		fail("nobody", 5);

		assertNotAuthorized(() -> this.pool.signIn("Nobody", TestPool.PASSWORD), LOCKED);
	}

	private void fail(String username, int times) {
		for (int i = 0; i < times; i++) {
			assertNotAuthorized(() -> this.pool.signIn(username, TestPool.OTHER_PASSWORD), INCORRECT);
		}
	}

}
