package io.cognitex.embedded.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.http.HttpAnswer.Sending;

/**
 * The HTTP server: with a bounded number of threads, bounded requests and no patience
 * with callers who do not finish what they began.
 */
public final class HttpFront implements AutoCloseable {

	private static final int MAXIMUM_BODY = 1024 * 1024;

	private final HttpServer server;

	private final ExecutorService executor;

	/**
	 * Takes a port, without serving yet.
	 * @param host the name or address to listen on
	 * @param port the port; 0 for any free one
	 * @throws UncheckedIOException if the port is taken or the host is not this machine's
	 */
	public HttpFront(String host, int port) {
		this.server = bind(host, port);
		this.executor = RequestThreads.start();
	}

	/**
	 * Where the server is reached.
	 * @return the address, without a slash at the end
	 */
	public URI endpoint() {
		InetSocketAddress bound = this.server.getAddress();
		InetAddress address = bound.getAddress();
		String host = (address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address).getHostAddress();
		return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
	}

	/**
	 * Begins to serve.
	 * @param resources what it serves; the first that takes a request answers it
	 */
	public void start(List<HttpResource> resources) {
		this.server.setExecutor(this.executor);
		this.server.createContext("/", (exchange) -> handle(exchange, resources));
		this.server.start();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	private static HttpServer bind(String host, int port) {
		try {
			InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
			return HttpServerSettings.during(() -> HttpServer.create(address, 1024));
		}
		catch (UnknownHostException ex) {
			throw new UncheckedIOException("Cannot listen on host " + host + ": unknown host", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on port " + port + " of " + host + ": " + ex.getMessage(),
					ex);
		}
	}

	private static void handle(HttpExchange exchange, List<HttpResource> resources) throws IOException {
		try (exchange) {
			HttpCall call = new HttpCall(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
					exchange.getRequestURI().getRawQuery(), exchange.getRequestHeaders()::getFirst, body(exchange));
			HttpAnswer answer = resources.stream()
				.filter((resource) -> resource.serves(call))
				.findFirst()
				.orElseThrow()
				.answer(call);
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			if (answer.sending() == Sending.NOTHING) {
				return;
			}
			boolean bodyless = answer.body().length == 0 || "HEAD".equals(exchange.getRequestMethod());
			exchange.sendResponseHeaders(answer.status(), bodyless ? -1 : answer.body().length);
			if (!bodyless) {
				boolean part = answer.sending() == Sending.PART;
				exchange.getResponseBody().write(answer.body(), 0, answer.body().length / (part ? 2 : 1));
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
