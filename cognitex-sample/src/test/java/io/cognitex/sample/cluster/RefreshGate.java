package io.cognitex.sample.cluster;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.cognitex.embedded.trigger.Trigger;
import io.cognitex.embedded.trigger.TriggerEvent;

/**
 * Holds a refresh in its middle: the pool has rotated the refresh token, and has not
 * answered yet.
 */
final class RefreshGate implements Trigger {

	private static final long PATIENCE_SECONDS = 30;

	private volatile boolean shut;

	private volatile CountDownLatch entered = new CountDownLatch(0);

	private volatile CountDownLatch opened = new CountDownLatch(0);

	/** For the next refresh. */
	void shut() {
		this.entered = new CountDownLatch(1);
		this.opened = new CountDownLatch(1);
		this.shut = true;
	}

	void awaitRefresh() throws InterruptedException {
		if (!this.entered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new AssertionError("Nobody refreshes");
		}
	}

	void open() {
		this.shut = false;
		this.opened.countDown();
	}

	@Override
	public void handle(TriggerEvent event) throws InterruptedException {
		if (this.shut && event.triggerSource().equals("TokenGeneration_RefreshTokens")) {
			this.shut = false;
			this.entered.countDown();
			this.opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
	}

}
