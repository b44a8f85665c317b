package io.cognitex.boot.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Clients that go on sending requests with the access tokens of some users, and note what
 * becomes of each.
 */
final class BearerLoad implements AutoCloseable {

	static final int CLIENTS = 4;

	/** Should a test forget to end it. */
	private static final int MOST_REQUESTS = 50_000;

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

	private final HttpClient http = HttpClient.newHttpClient();

	private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

	private final List<Future<?>> running;

	private final AtomicLong requests = new AtomicLong();

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final URI page;

	private final Clock clock;

	private volatile Map<String, String> tokens;

	/**
	 * Begins.
	 * @param port the application's
	 * @param clock what answers are noted with
	 * @param tokens username to access token
	 */
	BearerLoad(int port, Clock clock, Map<String, String> tokens) {
		this.page = URI.create("http://127.0.0.1:" + port + "/who");
		this.clock = clock;
		this.tokens = tokens;
		this.running = IntStream.range(0, CLIENTS)
			.<Future<?>>mapToObj((i) -> this.clients.submit(this::sendAll))
			.toList();
	}

	/**
	 * From now on with these users' tokens, too.
	 */
	void add(Map<String, String> tokens) {
		Map<String, String> all = new LinkedHashMap<>(this.tokens);
		all.putAll(tokens);
		this.tokens = all;
	}

	/**
	 * Waits for answers.
	 * @param count to as many requests of each user
	 * @return the answers to requests that began after the call
	 */
	List<Answer> next(int count) throws InterruptedException, ExecutionException {
		long first = this.requests.get();
		long deadline = System.nanoTime() + PATIENCE;
		List<Answer> next = List.of();
		while (this.tokens.keySet().stream().anyMatch(missing(next, count))) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Not answered in time: " + next.size() + " of " + this.requests);
			}
			for (Future<?> client : this.running) {
				if (client.isDone()) {
					client.get();
					throw new AssertionError("No requests are left to send");
				}
			}
			Thread.sleep(10);
			next = this.answers.stream().filter((answer) -> answer.number() >= first).toList();
		}
		return next;
	}

	private static Predicate<String> missing(List<Answer> answers, int count) {
		return (username) -> answers.stream().filter((answer) -> answer.username().equals(username)).count() < count;
	}

	/**
	 * All answers so far.
	 */
	List<Answer> answers() {
		return List.copyOf(this.answers);
	}

	private void sendAll() {
		try {
			long number;
			while ((number = this.requests.getAndIncrement()) < MOST_REQUESTS) {
				List<Map.Entry<String, String>> users = new ArrayList<>(this.tokens.entrySet());
				Map.Entry<String, String> user = users.get((int) (number % users.size()));
				this.answers.add(send(number, user.getKey(), user.getValue()));
				Thread.sleep(1);
			}
		}
		catch (IOException ex) {
			throw new AssertionError("The application did not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Answer send(long number, String username, String token) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.page).header("Authorization", "Bearer " + token).build();
		Instant begin = this.clock.instant();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		return new Answer(number, username, begin, this.clock.instant(), response.statusCode(),
				response.headers().firstValue("Retry-After").isPresent(), response.body());
	}

	@Override
	public void close() {
		this.clients.shutdownNow();
		try {
			if (!this.clients.awaitTermination(10, TimeUnit.SECONDS)) {
				throw new AssertionError("Clients still send");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What became of a request.
	 *
	 * @param number it was the so many-th
	 * @param username whose token it bore
	 * @param begin the time before it
	 * @param end the time after it
	 * @param status of the answer
	 * @param retryAfter whether the answer says when to come again
	 * @param body of the answer
	 */
	record Answer(long number, String username, Instant begin, Instant end, int status, boolean retryAfter,
			String body) {

		boolean isOk() {
			return this.status == 200 && this.body.contains("\"name\":\"" + this.username + "\"");
		}

		boolean isUnavailable() {
			return this.status == 503 && this.retryAfter;
		}

		@Override
		public String toString() {
			return this.username + " " + this.begin + " " + this.status;
		}

	}

}
