package io.cognitex.security;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that ask Cognito anew for tokens in use: few, and none while there is
 * nothing to ask. What does not fit into the queue is refused, and asked by a request.
 */
final class BackgroundInquiries {

	private static final int THREADS = 8;

	private static final int WAITING = 1_000;

	private static final AtomicInteger number = new AtomicInteger();

	private BackgroundInquiries() {
	}

	static Executor executor() {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(WAITING), BackgroundInquiries::thread);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "cognitex-access-tokens-" + number.incrementAndGet());
		thread.setDaemon(true);
		return thread;
	}

}
