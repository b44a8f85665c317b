package io.cognitex.embedded.internal.message;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The newest messages, at most ten thousand.
 */
public final class Outbox implements Stateful {

	private static final int CAPACITY = 10_000;

	private final Deque<Message> messages = new ArrayDeque<>();

	synchronized void add(Message message) {
		if (this.messages.size() == CAPACITY) {
			this.messages.removeLast();
		}
		this.messages.addFirst(message);
		notifyAll();
	}

	/**
	 * All messages, newest first.
	 * @return the messages
	 */
	public synchronized List<Message> messages() {
		return List.copyOf(this.messages);
	}

	@Override
	public synchronized Snapshot snapshot() {
		List<Message> before = messages();
		return () -> restore(before);
	}

	/**
	 * Forgets all messages; the codes in them stay good.
	 */
	public void clear() {
		restore(List.of());
	}

	/**
	 * The newest of some messages, for which this waits if there is none.
	 * @param wanted which messages count
	 * @param timeout how long to wait
	 * @return the message, unless none came in time
	 * @throws InterruptedException if the thread was interrupted
	 */
	public synchronized Optional<Message> await(Predicate<Message> wanted, Duration timeout)
			throws InterruptedException {
		long start = System.nanoTime();
		while (true) {
			Optional<Message> newest = this.messages.stream().filter(wanted).findFirst();
			long left = timeout.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			if (newest.isPresent() || left <= 0) {
				return newest;
			}
			wait(left);
		}
	}

	private synchronized void restore(List<Message> messages) {
		this.messages.clear();
		this.messages.addAll(messages);
	}

}
