package io.cognitex.sample.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import redis.embedded.RedisServer;

import org.springframework.session.FindByIndexNameSessionRepository;

/** Spring Session on Redis, with the index that finds sessions by user. */
final class RedisStore implements SessionStore {

	private static final String INDEX = "spring:session:index:"
			+ FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME + ":";

	private final RedisServer server;

	private final String url;

	private final RedisClient client;

	private RedisStore(RedisServer server, int port) {
		this.server = server;
		this.url = "redis://127.0.0.1:" + port;
		this.client = RedisClient.create(this.url);
	}

	static RedisStore start() {
		try {
			int port = freePort();
			RedisServer server = RedisServer.newRedisServer()
				.port(port)
				.setting("bind 127.0.0.1")
				.setting("save \"\"")
				.build();
			server.start();
			return new RedisStore(server, port);
		}
		catch (IOException | RuntimeException ex) {
			throw SessionStore.absent("Redis", ex);
		}
	}

	/** Redis itself knows no port 0. */
	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Override
	public List<String> properties() {
		return List.of("spring.data.redis.url=" + this.url, "spring.session.data.redis.repository-type=indexed");
	}

	@Override
	public long sessionsOf(String username) {
		try (StatefulRedisConnection<String, String> connection = this.client.connect()) {
			return connection.sync().scard(INDEX + username);
		}
	}

	/**
	 * All values of sessions, a character for each byte, by the name of what they are.
	 */
	Map<String, String> values() {
		Map<String, String> values = new HashMap<>();
		try (StatefulRedisConnection<String, String> connection = this.client
			.connect(new StringCodec(StandardCharsets.ISO_8859_1))) {
			RedisCommands<String, String> redis = connection.sync();
			redis.keys("spring:session:sessions:*")
				.stream()
				.filter((key) -> redis.type(key).equals("hash"))
				.forEach((key) -> redis.hgetall(key)
					.forEach((name, value) -> values.merge(name, value, String::concat)));
		}
		return values;
	}

	@Override
	public void close() {
		this.client.shutdown();
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
