package io.cognitex.embedded.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * Locks an account for a while when its password was wrong too often: after the fifth
 * failure for one second, then for twice as long each time, up to 15 minutes. A sign-in
 * or 15 quiet minutes make all forgotten; what happens while the account is locked does
 * not count. Names of users who do not exist are locked in the same way.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html">Lockout
 * behavior</a>
 */
public final class Lockouts implements Stateful {

	private static final int FREE_FAILURES = 5;

	private static final Duration LONGEST = Duration.ofMinutes(15);

	private static final int SWEEP_ABOVE = 10_000;

	private final Map<String, Failures> failures = new ConcurrentHashMap<>();

	private final Clock clock;

	public Lockouts(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Refuses an attempt on an account that is locked now.
	 * @param account pool and user, or pool and name
	 */
	public void check(String account) {
		Failures failures = this.failures.get(account);
		if (failures != null && this.clock.instant().isBefore(failures.lockedUntil())) {
			throw Refusals.passwordAttemptsExceeded();
		}
	}

	/**
	 * Counts a wrong password.
	 * @param account pool and user, or pool and name
	 */
	public void failed(String account) {
		Instant now = this.clock.instant();
		if (this.failures.size() > SWEEP_ABOVE) {
			this.failures.values().removeIf((failures) -> failures.isForgotten(now));
		}
		this.failures.compute(account, (key, before) -> {
			int count = (before == null || before.isForgotten(now)) ? 1 : before.count() + 1;
			return new Failures(count, now, now.plus(lock(count)));
		});
	}

	/**
	 * Forgets wrong passwords, because the right one has come.
	 * @param account pool and user
	 */
	public void succeeded(String account) {
		this.failures.remove(account);
	}

	private static Duration lock(int count) {
		if (count < FREE_FAILURES) {
			return Duration.ZERO;
		}
		Duration lock = Duration.ofSeconds(1L << Math.min(count - FREE_FAILURES, 30));
		return (lock.compareTo(LONGEST) < 0) ? lock : LONGEST;
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.failures);
	}

	private record Failures(int count, Instant last, Instant lockedUntil) {

		boolean isForgotten(Instant now) {
			return !now.isBefore(this.last.plus(LONGEST)) && !now.isBefore(this.lockedUntil);
		}

	}

}
