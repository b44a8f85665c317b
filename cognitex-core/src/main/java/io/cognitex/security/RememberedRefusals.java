package io.cognitex.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cognitex.CognitoException;

/**
 * Credentials that Cognito refused, each with how often in a row. After the fifth failure
 * Cognito locks the user for a second, and twice as long with each further one; nobody
 * needs to ask again before that is over.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html">Lockout
 * for failed sign-in attempts</a>
 */
final class RememberedRefusals {

	/** As many refusals as Cognito answers before it locks a user. */
	static final int FREE = 5;

	/** After as long without a failure, Cognito counts anew. */
	private static final Duration MEMORY = Duration.ofMinutes(15);

	private final Cache<KeyedHash.Value, Entry> cache;

	private final long longestPause;

	private final Clock clock;

	RememberedRefusals(Duration longestPause, int maximumSize, Clock clock) {
		this.longestPause = longestPause.toMillis();
		this.clock = clock;
		this.cache = Caffeine.newBuilder()
			.maximumSize(maximumSize)
			.expireAfterWrite(MEMORY)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Refuses credentials again for which Cognito need not be asked.
	 * @throws CognitoException as the last time
	 */
	void check(KeyedHash.Value credentials) {
		Entry entry = this.cache.getIfPresent(credentials);
		if (entry != null && entry.isGoodAt(this.clock.instant())) {
			throw entry.refusal();
		}
	}

	void add(KeyedHash.Value credentials, CognitoException refusal) {
		if (isAboutCredentials(refusal)) {
			Instant now = this.clock.instant();
			this.cache.asMap()
				.merge(credentials, new Entry(refusal, 1, now, now),
						(last, first) -> new Entry(refusal, last.count() + 1, now, now.plus(pause(last.count() + 1))));
		}
	}

	void forget(KeyedHash.Value credentials) {
		this.cache.invalidate(credentials);
	}

	void clear() {
		this.cache.invalidateAll();
	}

	/**
	 * An outage or a mistake in the set-up says nothing of the credentials.
	 */
	private static boolean isAboutCredentials(CognitoException refusal) {
		return switch (refusal.error().kind()) {
			case CREDENTIALS, ACCOUNT_STATE, LIMIT -> true;
			case INPUT, CONFLICT, UNAVAILABLE, CONFIGURATION -> false;
		};
	}

	private Duration pause(int count) {
		return (count < FREE) ? Duration.ZERO
				: Duration.ofMillis(Math.min(1000L << Math.min(count - FREE, 20), this.longestPause));
	}

	/**
	 * A refusal.
	 *
	 * @param refusal as Cognito worded it the last time
	 * @param count how many there were in a row
	 * @param from when the last one came
	 * @param until for how long Cognito need not be asked
	 */
	private record Entry(CognitoException refusal, int count, Instant from, Instant until) {

		boolean isGoodAt(Instant now) {
			// the clock may have been set back
			return !now.isBefore(this.from) && now.isBefore(this.until);
		}

	}

}
