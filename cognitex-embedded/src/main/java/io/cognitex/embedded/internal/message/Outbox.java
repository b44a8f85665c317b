package io.cognitex.embedded.internal.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The newest messages, at most ten thousand.
 */
public final class Outbox {

	private static final int CAPACITY = 10_000;

	private final Deque<Message> messages = new ArrayDeque<>();

	synchronized void add(Message message) {
		if (this.messages.size() == CAPACITY) {
			this.messages.removeLast();
		}
		this.messages.addFirst(message);
	}

	/**
	 * All messages, newest first.
	 * @return the messages
	 */
	public synchronized List<Message> messages() {
		return List.copyOf(this.messages);
	}

}
