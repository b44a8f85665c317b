package io.cognitex.embedded.internal.key;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * RSA keys made ahead, because making one takes tens of milliseconds. Pools of a server
 * that has been closed give theirs back; pools that exist at the same time never share
 * one.
 */
final class KeyStock {

	private static final int AHEAD = 2;

	private static final BlockingQueue<CompletableFuture<RsaKey>> STOCK = new LinkedBlockingQueue<>();

	private static final ExecutorService MAKER = maker();

	private KeyStock() {
	}

	/**
	 * Begins to make keys, without waiting for them.
	 */
	static void prepare() {
		while (STOCK.size() < AHEAD) {
			STOCK.add(CompletableFuture.supplyAsync(RsaKey::generate, MAKER));
		}
	}

	static RsaKey take() {
		CompletableFuture<RsaKey> key = STOCK.poll();
		prepare();
		return (key != null) ? key.join() : RsaKey.generate();
	}

	static void giveBack(@Nullable RsaKey key) {
		if (key != null) {
			STOCK.add(CompletableFuture.completedFuture(key));
		}
	}

	private static ExecutorService maker() {
		ThreadPoolExecutor maker = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(task) -> {
					Thread thread = new Thread(task, "embedded-cognito-keys");
					thread.setDaemon(true);
					return thread;
				});
		maker.allowCoreThreadTimeOut(true);
		return maker;
	}

}
