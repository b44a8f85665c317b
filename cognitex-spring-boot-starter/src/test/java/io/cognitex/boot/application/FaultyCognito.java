package io.cognitex.boot.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A Cognito that is not well. Every call gets the answer that was set last.
 */
final class FaultyCognito implements AutoCloseable {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final HttpClient client = HttpClient.newHttpClient();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicInteger calls = new AtomicInteger();

	private volatile HttpServer server = listen(0);

	private volatile Behaviour behaviour = (exchange, request) -> send(exchange, 200, "{}");

	private volatile String lastRequest = "";

	private volatile boolean down;

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	int calls() {
		return this.calls.get();
	}

	/**
	 * What was asked last.
	 */
	String lastRequest() {
		return this.lastRequest;
	}

	void answers(int status, String body) {
		this.behaviour = (exchange, request) -> send(exchange, status, body);
	}

	void staysSilent() {
		this.behaviour = (exchange, request) -> await(this.closed, Duration.ofMinutes(5));
	}

	/**
	 * Lets a pool that is well answer.
	 */
	void isWell(URI pool) {
		if (this.down) {
			this.server = listen(this.server.getAddress().getPort());
			this.down = false;
		}
		this.behaviour = (exchange, request) -> passOn(exchange, request, pool, Duration.ZERO);
	}

	/**
	 * Lets a pool that is well answer, and keeps the answer back, which may be overtaken
	 * by a change.
	 */
	void isSlow(URI pool, Duration delay) {
		this.behaviour = (exchange, request) -> passOn(exchange, request, pool, delay);
	}

	/**
	 * Refuses connections.
	 */
	void goesDown() {
		this.down = true;
		this.server.stop(0);
	}

	private HttpServer listen(int port) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			server.setExecutor(this.executor);
			server.createContext("/", this::answer);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.incrementAndGet();
		try (exchange) {
			byte[] request = exchange.getRequestBody().readAllBytes();
			this.lastRequest = new String(request, StandardCharsets.UTF_8);
			this.behaviour.answer(exchange, request);
		}
	}

	private void passOn(HttpExchange exchange, byte[] request, URI pool, Duration delay) throws IOException {
		HttpRequest.Builder onward = HttpRequest.newBuilder(pool.resolve(exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(request));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (name.equalsIgnoreCase("Content-Type") || name.regionMatches(true, 0, "X-Amz-", 0, 6)) {
				values.forEach((value) -> onward.header(name, value));
			}
		});
		try {
			HttpResponse<String> answer = this.client.send(onward.build(), BodyHandlers.ofString());
			await(this.closed, delay);
			answer.headers()
				.firstValue("x-amzn-ErrorType")
				.ifPresent((type) -> exchange.getResponseHeaders().set("x-amzn-ErrorType", type));
			send(exchange, answer.statusCode(), answer.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private static void await(CountDownLatch latch, Duration timeout) {
		try {
			latch.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * What a call gets; the connection is closed after it.
	 */
	private interface Behaviour {

		void answer(HttpExchange exchange, byte[] request) throws IOException;

	}

}
