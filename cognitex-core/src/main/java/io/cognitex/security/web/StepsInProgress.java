package io.cognitex.security.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Lets each step of a login be answered once at a time: a button that is pressed twice
 * sends two requests, and Cognito takes an answer only once.
 */
final class StepsInProgress {

	/** Longer than Cognito takes to answer, or to fail. */
	private static final long PATIENCE_SECONDS = 60;

	private final Map<String, CountDownLatch> inProgress = new ConcurrentHashMap<>();

	/**
	 * Begins a step, or waits until whoever has begun it is done.
	 * @param id the step
	 * @return whether the step is the caller's, who has to {@link #end} it
	 */
	boolean begin(String id) {
		CountDownLatch other = this.inProgress.putIfAbsent(id, new CountDownLatch(1));
		if (other == null) {
			return true;
		}
		await(other);
		return false;
	}

	/**
	 * Waits until whoever has begun a step is done, if somebody has.
	 * @param id the step as a request names it, if it does
	 */
	void await(@Nullable String id) {
		CountDownLatch other = (id != null) ? this.inProgress.get(id) : null;
		if (other != null) {
			await(other);
		}
	}

	private static void await(CountDownLatch other) {
		try {
			other.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void end(String id) {
		CountDownLatch latch = this.inProgress.remove(id);
		if (latch != null) {
			latch.countDown();
		}
	}

}
