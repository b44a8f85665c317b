package io.cognitex.boot.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A Cognito that is not well. Every call gets the answer that was set last.
 */
final class FaultyCognito implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicInteger calls = new AtomicInteger();

	private volatile int status = 200;

	private volatile String body = "{}";

	private volatile boolean silent;

	private volatile String lastRequest = "";

	FaultyCognito() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

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
		this.silent = false;
		this.body = body;
		this.status = status;
	}

	void staysSilent() {
		this.silent = true;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.incrementAndGet();
		try (exchange) {
			this.lastRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			if (this.silent) {
				awaitClose();
			}
			byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
			exchange.sendResponseHeaders(this.status, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	private void awaitClose() {
		try {
			this.closed.await();
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

}
