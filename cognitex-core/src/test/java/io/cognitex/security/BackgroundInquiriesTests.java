package io.cognitex.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BackgroundInquiries}.
 */
class BackgroundInquiriesTests {

	private final Executor executor = BackgroundInquiries.executor();

	@Test
	void executeWhenThereIsTooMuchToDoThenRefused() {
		CountDownLatch end = new CountDownLatch(1);
		try {
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> {
				for (int i = 0; i < 2_000; i++) {
					this.executor.execute(() -> await(end));
				}
			});
		}
		finally {
			end.countDown();
		}
	}

	@Test
	void executeWhenThereIsRoomThenByAThreadThatKeepsNobodyFromStopping() throws Exception {
		CompletableFuture<Thread> thread = new CompletableFuture<>();

		this.executor.execute(() -> thread.complete(Thread.currentThread()));

		assertThat(thread.get(10, TimeUnit.SECONDS).isDaemon()).isTrue();
		assertThat(thread.get().getName()).startsWith("cognitex-access-tokens-");
	}

	private static void await(CountDownLatch end) {
		try {
			end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
