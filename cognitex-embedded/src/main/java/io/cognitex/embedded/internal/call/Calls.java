package io.cognitex.embedded.internal.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last calls, at most ten thousand.
 */
public final class Calls {

	private static final int CAPACITY = 10_000;

	private final Deque<Call> calls = new ArrayDeque<>();

	public synchronized void add(Call call) {
		if (this.calls.size() == CAPACITY) {
			this.calls.removeFirst();
		}
		this.calls.addLast(call);
	}

	/**
	 * All calls, in the order in which they were answered.
	 * @return the calls
	 */
	public synchronized List<Call> all() {
		return List.copyOf(this.calls);
	}

	public synchronized void clear() {
		this.calls.clear();
	}

}
