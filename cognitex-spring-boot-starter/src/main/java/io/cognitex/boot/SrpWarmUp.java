package io.cognitex.boot;

import io.cognitex.srp.SrpClient;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Prepares the first SRP sign-in in the background, once the application is ready: the
 * start itself does not wait for it.
 */
final class SrpWarmUp implements ApplicationListener<ApplicationReadyEvent> {

	private final Runnable warmUp;

	SrpWarmUp() {
		this(SrpClient::warmUp);
	}

	SrpWarmUp(Runnable warmUp) {
		this.warmUp = warmUp;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		Thread thread = new Thread(this.warmUp, "cognitex-srp-warm-up");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		thread.start();
	}

}
