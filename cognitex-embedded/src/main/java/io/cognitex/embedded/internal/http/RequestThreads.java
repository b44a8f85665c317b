package io.cognitex.embedded.internal.http;

import java.io.Serial;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve requests. A request takes one up from its first byte on, even if
 * the rest never comes, so there are as many as it takes: a thread that is free gets the
 * next request, else there is a new one. Beyond the limit requests wait.
 */
final class RequestThreads {

	private static final int LIMIT = 1024;

	private RequestThreads() {
	}

	static ExecutorService start() {
		HandOver waiting = new HandOver();
		return new ThreadPoolExecutor(0, LIMIT, 5, TimeUnit.SECONDS, waiting, (task) -> {
			Thread thread = new Thread(task, "embedded-cognito");
			thread.setDaemon(true);
			return thread;
		}, (task, executor) -> waiting.add(task));
	}

	/**
	 * A queue that takes an offer only if a thread waits for it, which makes the executor
	 * start another one, as it otherwise does only when a queue is full.
	 */
	private static final class HandOver extends LinkedTransferQueue<Runnable> {

		@Serial
		private static final long serialVersionUID = 1L;

		@Override
		public boolean offer(Runnable task) {
			return tryTransfer(task);
		}

	}

}
