package io.cognitex.security.web;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The sessions whose refresh token another process has used, and whose new one is not
 * stored yet: each of their requests would make a call that is refused again.
 */
final class ReusedRefreshTokens {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final int MOST_SESSIONS = 10_000;

	private final Cache<String, Boolean> sessionIds;

	ReusedRefreshTokens(Clock clock) {
		this.sessionIds = Caffeine.newBuilder()
			.maximumSize(MOST_SESSIONS)
			.expireAfterWrite(PAUSE)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	void add(String sessionId) {
		this.sessionIds.put(sessionId, true);
	}

	/**
	 * Whether that was so a moment ago.
	 */
	boolean contains(String sessionId) {
		return this.sessionIds.getIfPresent(sessionId) != null;
	}

}
