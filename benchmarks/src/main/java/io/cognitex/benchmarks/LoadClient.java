package io.cognitex.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Sends requests over a number of connections, one after the other on each, as fast as
 * they are answered. One thread does it all, so that the server has the rest of the
 * machine.
 */
final class LoadClient {

	private static final String OK = "HTTP/1.1 200 ";

	private static final String CONTENT_LENGTH = "\r\nContent-Length: ";

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final int port;

	private final int connections;

	private final List<byte[]> requests;

	private int sent;

	LoadClient(int port, int connections, List<String> tokens) {
		this.port = port;
		this.connections = connections;
		this.requests = tokens.stream().map(LoadClient::request).toList();
	}

	private static byte[] request(String token) {
		return ("GET /api/me HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer " + token
				+ "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Sends requests for so long.
	 * @return how it went
	 * @throws IOException if a connection breaks, or an answer is not 200
	 */
	LoadResult run(Duration duration) throws IOException {
		LoadResult result = new LoadResult();
		try (Selector selector = Selector.open()) {
			for (int i = 0; i < this.connections; i++) {
				open(selector);
			}
			long start = System.nanoTime();
			long end = start + duration.toNanos();
			while (System.nanoTime() < end) {
				if (selector.select(PATIENCE.toMillis()) == 0) {
					throw new IOException("No answer in " + PATIENCE);
				}
				for (SelectionKey key : selector.selectedKeys()) {
					Connection connection = (Connection) key.attachment();
					if (connection.isAnswered()) {
						result.add(System.nanoTime() - connection.sentAt);
						connection.send(next());
					}
				}
				selector.selectedKeys().clear();
			}
			result.lasted(System.nanoTime() - start);
			for (SelectionKey key : selector.keys()) {
				key.channel().close();
			}
		}
		return result;
	}

	private void open(Selector selector) throws IOException {
		SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		channel.configureBlocking(false);
		Connection connection = new Connection(channel);
		channel.register(selector, SelectionKey.OP_READ, connection);
		connection.send(next());
	}

	private byte[] next() {
		return this.requests.get(this.sent++ % this.requests.size());
	}

	private static final class Connection {

		private final SocketChannel channel;

		private final ByteBuffer answer = ByteBuffer.allocate(16 * 1024);

		private long sentAt;

		private Connection(SocketChannel channel) {
			this.channel = channel;
		}

		void send(byte[] request) throws IOException {
			this.answer.clear();
			this.sentAt = System.nanoTime();
			ByteBuffer bytes = ByteBuffer.wrap(request);
			while (bytes.hasRemaining()) {
				this.channel.write(bytes);
			}
		}

		/**
		 * Whether the answer is complete, which came in chunks or with its length.
		 */
		boolean isAnswered() throws IOException {
			if (this.channel.read(this.answer) < 0) {
				throw new IOException("The connection was closed");
			}
			String text = new String(this.answer.array(), 0, this.answer.position(), StandardCharsets.ISO_8859_1);
			int body = text.indexOf("\r\n\r\n") + 4;
			if (body < 4) {
				return false;
			}
			if (!text.startsWith(OK)) {
				throw new IOException("The answer is not 200: " + text);
			}
			int length = text.lastIndexOf(CONTENT_LENGTH, body);
			return (length < 0) ? text.endsWith("\r\n0\r\n\r\n") : text.length() - body == Integer
				.parseInt(text.substring(length + CONTENT_LENGTH.length(), text.indexOf("\r\n", length + 2)));
		}

	}

}
