package io.cognitex.security;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls back while Cognito is down, slow or throttling. After a failure nobody
 * calls for a moment, then one caller tries; with each failure the moment is twice as
 * long. It is shared by all users, so that an outage is not answered with a storm of
 * calls, each of which would keep a request waiting.
 */
final class Outage {

	/** So short that a single failure does little harm. */
	static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(Outage.class);

	private static final Attempt NONE = new Attempt(0, 0);

	private final AtomicReference<Attempt> last = new AtomicReference<>(NONE);

	private final Clock clock;

	private final String question;

	/**
	 * No outage yet.
	 * @param question what Cognito is asked about, for the log
	 */
	Outage(Clock clock, String question) {
		this.clock = clock;
		this.question = question;
	}

	/**
	 * Called before a call.
	 * @return what to tell the outcome with
	 * @throws CognitoException {@link CognitoError#SERVICE_UNAVAILABLE} if no call is to
	 * be made yet
	 */
	Attempt begin() {
		Attempt last = this.last.get();
		if (last == NONE) {
			return last;
		}
		long now = this.clock.millis();
		Attempt trial = new Attempt(last.failures(), now + LONGEST_PAUSE.toMillis());
		if (last.isOver(now) && this.last.compareAndSet(last, trial)) {
			return trial;
		}
		throw new CognitoException(CognitoError.SERVICE_UNAVAILABLE,
				"Cognito did not answer a moment ago, and is not asked again yet");
	}

	void answered() {
		this.last.set(NONE);
	}

	/**
	 * Of calls that were under way together only the first failure counts, and is logged.
	 */
	void failed(Attempt attempt, CognitoException failure) {
		int failures = attempt.failures() + 1;
		if (this.last.compareAndSet(attempt, new Attempt(failures, this.clock.millis() + pause(failures)))) {
			logger.warn("Cognito cannot be asked about {} (failure {} in a row): {}", this.question, failures,
					failure.toString());
		}
	}

	/**
	 * Half of it is left to chance, so that not all nodes come back at once.
	 */
	private static long pause(int failures) {
		long pause = Math.min(FIRST_PAUSE.toMillis() << Math.min(failures - 1, 16), LONGEST_PAUSE.toMillis());
		return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
	}

	/**
	 * A call that may be made.
	 *
	 * @param failures how many there were in a row
	 * @param pauseUntil when the next may be made, should there be no answer to this one;
	 * in milliseconds
	 */
	record Attempt(int failures, long pauseUntil) {

		boolean isOver(long now) {
			// the clock may have been set back
			return now >= this.pauseUntil || now < this.pauseUntil - LONGEST_PAUSE.toMillis();
		}

	}

}
