package io.cognitex.embedded.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * Counts the attempts of each user within the last hour, whether they succeed or not.
 */
public final class AttemptLimits implements Stateful {

	private static final Duration HOUR = Duration.ofHours(1);

	private final Map<Key, Deque<Instant>> attempts = new ConcurrentHashMap<>();

	private final Clock clock;

	public AttemptLimits(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Counts an attempt.
	 * @param limit what is limited
	 * @param account pool and user, or pool and name
	 * @throws io.cognitex.embedded.internal.error.Refusal if there were too many
	 */
	public void count(AttemptLimit limit, String account) {
		Instant now = this.clock.instant();
		this.attempts.compute(new Key(limit, account), (key, before) -> {
			Deque<Instant> attempts = (before != null) ? before : new ArrayDeque<>();
			attempts.removeIf((attempt) -> !now.isBefore(attempt.plus(HOUR)));
			if (attempts.size() >= limit.perHour()) {
				throw Refusals.attemptLimitExceeded();
			}
			attempts.add(now);
			return attempts;
		});
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.attempts, ArrayDeque::new);
	}

	private record Key(AttemptLimit limit, String account) {
	}

}
