package io.cognitex.token;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * Publishes a key set, or whatever else a test wants to be found in its place.
 */
public final class TestJwkSetServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final AtomicInteger requests = new AtomicInteger();

	private volatile HttpHandler handler;

	public TestJwkSetServer(String jwkSet) throws IOException {
		this.handler = answering(200, jwkSet);
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public URI uri() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/.well-known/jwks.json");
	}

	int requests() {
		return this.requests.get();
	}

	void answer(int status, String body) {
		this.handler = answering(status, body);
	}

	void answer(HttpHandler handler) {
		this.handler = handler;
	}

	private void handle(HttpExchange exchange) throws IOException {
		this.requests.incrementAndGet();
		this.handler.handle(exchange);
	}

	private static HttpHandler answering(int status, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return (exchange) -> {
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(bytes);
			}
		};
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
