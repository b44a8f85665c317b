package io.cognitex;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that answers what a test tells it to, for what a user pool that works never
 * does, and that remembers what it was asked.
 */
public final class StubCognito implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final List<HttpHandler> answers = new CopyOnWriteArrayList<>();

	public StubCognito() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public URI endpoint() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/**
	 * Answers the next request so, and all that follow unless told otherwise.
	 */
	public StubCognito answer(int status, String body) {
		return answer(status, "application/x-amz-json-1.1", body);
	}

	public StubCognito answer(int status, String contentType, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return answer((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", contentType);
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(bytes);
			}
		});
	}

	public StubCognito answer(HttpHandler handler) {
		this.answers.add(handler);
		return this;
	}

	public List<Request> requests() {
		return this.requests;
	}

	private void handle(HttpExchange exchange) throws IOException {
		String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
		try (InputStream body = exchange.getRequestBody()) {
			String json = new String(body.readAllBytes(), StandardCharsets.UTF_8);
			this.requests.add(new Request(target.substring(target.indexOf('.') + 1), JSONObjectUtils.parse(json),
					exchange.getRequestHeaders().getFirst("Authorization")));
		}
		catch (ParseException ex) {
			throw new IOException(ex);
		}
		HttpHandler handler = (this.answers.size() > 1) ? this.answers.remove(0) : this.answers.get(0);
		handler.handle(exchange);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * A request as it came.
	 */
	public record Request(String operation, Map<String, Object> body, @Nullable String authorization) {

	}

}
