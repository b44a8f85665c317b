package io.cognitex.security.web;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that tell Cognito of logouts: few, and none while there is none. What does
 * not fit into the queue, as in a long outage, is refused.
 */
final class SignOutThreads implements Executor {

	private static final int THREADS = 8;

	private static final int WAITING = 1_000;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(WAITING), SignOutThreads::thread);

	SignOutThreads() {
		this.executor.allowCoreThreadTimeOut(true);
	}

	@Override
	public void execute(Runnable work) {
		this.executor.execute(work);
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "cognitex-sign-out");
		thread.setDaemon(true);
		return thread;
	}

}
