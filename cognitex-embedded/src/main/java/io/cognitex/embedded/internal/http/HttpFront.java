package io.cognitex.embedded.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: bound to loopback, with a bounded number of threads, bounded requests
 * and no patience with callers who do not finish what they began.
 */
public final class HttpFront implements AutoCloseable {

	private static final int THREADS = 64;

	private static final int WAITING_REQUESTS = 10_000;

	private static final int MAXIMUM_BODY = 1024 * 1024;

	private final HttpServer server;

	private final ExecutorService executor;

	public HttpFront(int port) {
		this.server = bind(port);
		ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 5, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(WAITING_REQUESTS), (task) -> {
					Thread thread = new Thread(task, "embedded-cognito");
					thread.setDaemon(true);
					return thread;
				});
		executor.allowCoreThreadTimeOut(true);
		this.executor = executor;
	}

	/**
	 * Where the server is reached.
	 * @return the address, without a slash at the end
	 */
	public URI endpoint() {
		InetSocketAddress address = this.server.getAddress();
		return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
	}

	/**
	 * Begins to serve.
	 * @param protocol answers calls of operations
	 * @param wellKnown answers for keys and discovery
	 */
	public void start(JsonProtocol protocol, WellKnown wellKnown) {
		this.server.setExecutor(this.executor);
		this.server.createContext("/", (exchange) -> handle(exchange, protocol, wellKnown));
		this.server.start();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	private static HttpServer bind(int port) {
		try {
			return HttpServerSettings
				.during(() -> HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on port " + port + ": " + ex.getMessage(), ex);
		}
	}

	private static void handle(HttpExchange exchange, JsonProtocol protocol, WellKnown wellKnown) throws IOException {
		try (exchange) {
			boolean call = "POST".equals(exchange.getRequestMethod())
					&& "/".equals(exchange.getRequestURI().getRawPath());
			HttpAnswer answer = call
					? protocol.answer(new CallHeaders(exchange.getRequestHeaders()::getFirst), body(exchange))
					: wellKnown.answer(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			boolean bodyless = answer.body().length == 0 || "HEAD".equals(exchange.getRequestMethod());
			exchange.sendResponseHeaders(answer.status(), bodyless ? -1 : answer.body().length);
			if (!bodyless) {
				exchange.getResponseBody().write(answer.body());
			}
		}
	}

	/**
	 * The body, or {@code null} if it is larger than we read.
	 */
	private static byte @Nullable [] body(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_BODY + 1);
		return (body.length <= MAXIMUM_BODY) ? body : null;
	}

}
