package io.cognitex.embedded.internal.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

/**
 * Settings of the JDK's HTTP server that exist only as system properties, which it reads
 * once, when the first server of the JVM is made. They are set for that moment and then
 * put back; what somebody else has set stays, and a server that was made before keeps its
 * own.
 */
final class HttpServerSettings {

	private static final Map<String, String> SETTINGS = Map.of(
	// @formatter:off
			// Seconds in which a request has to have arrived, and an answer to be taken.
			"sun.net.httpserver.maxReqTime", "20",
			"sun.net.httpserver.maxRspTime", "20",
			// Without it, an answer on a reused connection waits 40 ms for an acknowledgement.
			"sun.net.httpserver.nodelay", "true",
			"sun.net.httpserver.maxIdleConnections", "2000");
	// @formatter:on

	private HttpServerSettings() {
	}

	/**
	 * Makes a server.
	 */
	interface ServerMaker {

		HttpServer make() throws IOException;

	}

	static synchronized HttpServer during(ServerMaker maker) throws IOException {
		Map<String, String> missing = new HashMap<>(SETTINGS);
		missing.keySet().removeAll(System.getProperties().stringPropertyNames());
		missing.forEach(System::setProperty);
		try {
			return maker.make();
		}
		finally {
			missing.keySet().forEach(System::clearProperty);
		}
	}

}
