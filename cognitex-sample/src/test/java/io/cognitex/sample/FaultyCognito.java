package io.cognitex.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Something at Cognito's address that is not well. */
final class FaultyCognito implements AutoCloseable {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile Fault fault = Fault.INTERNAL_ERROR;

	FaultyCognito() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(this.executor);
		this.server.start();
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	void fault(Fault fault) {
		this.fault = fault;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			switch (this.fault) {
				case DROPPED -> {
				}
				case SLOW -> sleep();
				case GARBAGE -> send(exchange, 200, "<html>It works!</html>");
				case TRUNCATED -> send(exchange, 200, "{\"UserSub\":");
				case THROTTLED ->
					send(exchange, 400, "{\"__type\":\"TooManyRequestsException\",\"message\":\"Rate exceeded\"}");
				case INTERNAL_ERROR ->
					send(exchange, 500, "{\"__type\":\"InternalErrorException\",\"message\":\"Something secret\"}");
				case CODE_NOT_SENT -> send(exchange, 400,
						"{\"__type\":\"CodeDeliveryFailureException\",\"message\":\"Something secret\"}");
				case EMPTY_ERROR -> exchange.sendResponseHeaders(503, -1);
			}
		}
	}

	/** Longer than the application waits; ends when the server is closed. */
	private static void sleep() {
		try {
			Thread.sleep(60_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
		exchange.sendResponseHeaders(status, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		this.server.stop(0);
	}

	/** What is wrong with it. */
	enum Fault {

		DROPPED, SLOW, GARBAGE, TRUNCATED, THROTTLED, INTERNAL_ERROR, EMPTY_ERROR, CODE_NOT_SENT

	}

}
