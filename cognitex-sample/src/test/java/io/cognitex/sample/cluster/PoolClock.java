package io.cognitex.sample.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of a pool in another process, which is asked for it. */
final class PoolClock extends Clock {

	private static final Pattern NOW = Pattern.compile("\"now\" *: *\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	private final HttpRequest request;

	PoolClock(URI endpoint) {
		this.request = HttpRequest.newBuilder(endpoint.resolve("/_cognitex/clock"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"advanceSeconds\": 0}"))
			.build();
	}

	@Override
	public Instant instant() {
		try {
			Matcher now = NOW.matcher(this.client.send(this.request, BodyHandlers.ofString()).body());
			if (!now.find()) {
				throw new IllegalStateException("The pool does not tell the time");
			}
			return Instant.parse(now.group(1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
