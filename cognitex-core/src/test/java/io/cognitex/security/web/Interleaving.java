package io.cognitex.security.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import io.cognitex.CognitoTokens;
import org.jspecify.annotations.Nullable;

/**
 * Runs requests in threads of their own of which one goes on at a time, from one marked
 * point to the next, in the order that a test decides and not the scheduler of threads.
 */
final class Interleaving implements AutoCloseable {

	private static final long STUCK_NANOS = 20_000_000_000L;

	private static final long LOOK_AGAIN_NANOS = 200_000;

	private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private final ThreadLocal<@Nullable Task> current = new ThreadLocal<>();

	private final List<Task> tasks = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "request");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable Thread conductor;

	/**
	 * Begins a request, which goes on to its first point.
	 */
	Task begin(String name, TestNode node, String sessionId, Runnable work) {
		Task task = new Task(name, node, sessionId);
		this.tasks.add(task);
		this.threads.execute(() -> {
			task.thread = Thread.currentThread();
			this.current.set(task);
			try {
				work.run();
			}
			catch (NodeDied ex) {
				// nobody gets an answer
			}
			finally {
				this.current.remove();
				end(task);
			}
		});
		awaitQuiet();
		return task;
	}

	/**
	 * The requests that wait at a point, in the order in which they began.
	 */
	List<Task> waiting() {
		return this.tasks.stream().filter((task) -> task.waits).toList();
	}

	/**
	 * Lets a request go on to its next point, or to its end.
	 */
	void goOn(Task task, Outcome outcome) {
		if (outcome == Outcome.NODE_DIES_AFTERWARDS) {
			ofNode(task.node).forEach((dying) -> dying.dead = true);
		}
		task.waits = false;
		task.outcome = outcome;
		LockSupport.unpark(task.thread);
		awaitQuiet();
	}

	/**
	 * Ends all that a node does, in the middle of it.
	 */
	void kill(TestNode node) {
		List<Task> dying = ofNode(node);
		dying.forEach((task) -> task.dead = true);
		dying.stream().filter((task) -> task.waits).forEach((task) -> {
			task.waits = false;
			task.outcome = Outcome.NODE_DIES;
			LockSupport.unpark(task.thread);
		});
		awaitQuiet();
	}

	private List<Task> ofNode(TestNode node) {
		return this.tasks.stream().filter((task) -> task.node == node).toList();
	}

	/**
	 * Marks a point. Who is not one of the requests passes by.
	 * @return what is to happen there
	 */
	Outcome reach(Point point, TestNode node) {
		Task task = this.current.get();
		boolean signsOut = task == null && Thread.currentThread().getName().equals("cognitex-sign-out");
		if (signsOut) {
			task = new Task("sign-out", node, "");
			task.thread = Thread.currentThread();
			this.tasks.add(task);
		}
		if (task == null) {
			return Outcome.GOES_ON;
		}
		try {
			return await(task, point);
		}
		finally {
			if (signsOut) {
				end(task);
			}
		}
	}

	/**
	 * The request of this thread.
	 */
	@Nullable Task current() {
		return this.current.get();
	}

	private Outcome await(Task task, Point point) {
		if (task.dead) {
			throw new NodeDied();
		}
		task.point = point;
		task.refreshes = STACK
			.walk((frames) -> frames.anyMatch((frame) -> frame.getDeclaringClass() == RefreshesInProgress.class));
		task.outcome = null;
		task.waits = true;
		LockSupport.unpark(this.conductor);
		Outcome outcome = task.outcome;
		while (outcome == null) {
			LockSupport.park(task);
			outcome = task.outcome;
		}
		if (outcome == Outcome.NODE_DIES) {
			throw new NodeDied();
		}
		return outcome;
	}

	private void end(Task task) {
		this.tasks.remove(task);
		LockSupport.unpark(this.conductor);
	}

	/**
	 * Waits until every request waits at a point, or for another one that does.
	 */
	private void awaitQuiet() {
		this.conductor = Thread.currentThread();
		long stuckAt = System.nanoTime() + STUCK_NANOS;
		while (!this.tasks.stream().allMatch(this::isQuiet)) {
			LockSupport.parkNanos(LOOK_AGAIN_NANOS);
			if (System.nanoTime() > stuckAt) {
				throw new IllegalStateException("stuck: " + this.tasks);
			}
		}
	}

	private boolean isQuiet(Task task) {
		if (task.waits) {
			return true;
		}
		Thread thread = task.thread;
		if (thread == null) {
			return false;
		}
		return switch (thread.getState()) {
			case WAITING -> isInFuture(thread) && this.tasks.stream().anyMatch((other) -> task.waitsFor(other));
			case TIMED_WAITING -> this.tasks.stream().anyMatch((other) -> other.waits && other.isSignOut());
			default -> false;
		};
	}

	private static boolean isInFuture(Thread thread) {
		Object blocker = LockSupport.getBlocker(thread);
		return blocker != null && blocker.getClass().getName().startsWith("java.util.concurrent.CompletableFuture");
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/**
	 * Where a request can be made to wait.
	 */
	enum Point {

		/** Before it reads the session. */
		READ,

		/** When it has read the session, and before anybody asks who is logged in. */
		FILTER,

		/** Before it writes a login. */
		SAVE_LOGIN,

		/** Before it writes that it was here, at its end. */
		COMMIT,

		/** Before it deletes the session. */
		DELETE,

		/** Before the pool gets the call. */
		ASK,

		/** Before the request gets the pool's answer. */
		ANSWER,

		/** While it waits for another node. */
		PAUSE,

		/** When it is known who is logged in. */
		HANDLE

	}

	/**
	 * What happens at a point.
	 */
	enum Outcome {

		GOES_ON,

		/** It is not done, and the answer of the pool is lost. */
		FAILS,

		/** It is done, and nobody learns of it. */
		FAILS_AFTERWARDS,

		NODE_DIES,

		NODE_DIES_AFTERWARDS

	}

	/**
	 * A request, or a logout's call that is made in another thread.
	 */
	static final class Task {

		private final String name;

		private final TestNode node;

		private final String sessionId;

		private volatile @Nullable Thread thread;

		private volatile boolean waits;

		private volatile boolean dead;

		private volatile boolean refreshes;

		private volatile Point point = Point.READ;

		private volatile @Nullable Outcome outcome;

		private volatile @Nullable CognitoTokens seen;

		private volatile int calls;

		private volatile int lostAnswers;

		private volatile @Nullable String mistake;

		private Task(String name, TestNode node, String sessionId) {
			this.name = name;
			this.node = node;
			this.sessionId = sessionId;
		}

		TestNode node() {
			return this.node;
		}

		String sessionId() {
			return this.sessionId;
		}

		Point point() {
			return this.point;
		}

		boolean isDead() {
			return this.dead;
		}

		/**
		 * Whether it holds others of its session up.
		 */
		boolean refreshes() {
			return this.refreshes;
		}

		/**
		 * Remembers what the store has at the moment.
		 */
		void sees(@Nullable CognitoTokens tokens) {
			this.seen = tokens;
		}

		@Nullable CognitoTokens seen() {
			return this.seen;
		}

		/**
		 * It is about to ask the pool for new tokens.
		 */
		void asks(String refreshToken, @Nullable String storedRefreshToken) {
			if (this.calls == 0 && storedRefreshToken != null && !refreshToken.equals(storedRefreshToken)) {
				this.mistake = "it asks with a refresh token that it could know to be old";
			}
			this.calls++;
		}

		/**
		 * It does not get the pool's answer.
		 */
		void loses() {
			this.lostAnswers++;
		}

		/**
		 * Whether it gave up when an answer was lost, without asking again.
		 */
		boolean gaveUp() {
			return this.lostAnswers == 1 && this.calls == 1;
		}

		/**
		 * It is about to store tokens that came in the place of others.
		 */
		void replaces(String refreshToken) {
			CognitoTokens seen = this.seen;
			if (seen != null && !refreshToken.equals(seen.refreshToken())) {
				this.mistake = "it overwrites tokens that it could know to be newer";
			}
		}

		/**
		 * What it did and should not have.
		 */
		@Nullable String mistake() {
			return this.mistake;
		}

		boolean isSignOut() {
			return this.name.equals("sign-out");
		}

		private boolean waitsFor(Task other) {
			return other != this && other.waits && other.refreshes && other.node == this.node;
		}

		@Override
		public String toString() {
			return this.name + " on " + this.node + " at " + this.point;
		}

	}

	/**
	 * Not an exception, so that nobody thinks of going on.
	 */
	@SuppressWarnings("serial")
	static final class NodeDied extends Error {

		NodeDied() {
			super("the node died", null, false, false);
		}

	}

}
