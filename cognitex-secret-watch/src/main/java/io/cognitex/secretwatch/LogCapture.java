package io.cognitex.secretwatch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Captures all that Cognitex, Spring Security and the AWS SDK log, down to {@code TRACE}.
 * It belongs into {@code logback-test.xml}, which Spring Boot reads anew for each
 * application. Loggers say that each level is enabled, but appenders get only what they
 * got before.
 */
public final class LogCapture extends TurboFilter {

	private static final List<String> WATCHED = List.of("io.cognitex.", "org.springframework.security.",
			"software.amazon.awssdk.");

	private final Map<String, Boolean> watched = new ConcurrentHashMap<>();

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] arguments, @Nullable Throwable thrown) {
		if (!this.watched.computeIfAbsent(logger.getName(), LogCapture::isWatched)) {
			return FilterReply.NEUTRAL;
		}
		if (format == null) {
			// Only asks whether the level is enabled
			return FilterReply.ACCEPT;
		}
		CapturedLog.INSTANCE.add(CapturedLine.of(logger.getName(), level, format, arguments, thrown));
		return FilterReply.NEUTRAL;
	}

	private static boolean isWatched(String logger) {
		return WATCHED.stream().anyMatch((logger + ".")::startsWith);
	}

}
