package io.cognitex.srp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The one form of time that Cognito takes, such as {@code Tue Mar 3 04:05:06 UTC 2026}:
 * English whatever the machine's language, UTC by name, and the day without a leading
 * zero.
 */
final class SrpTimestamp {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter
		.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
		.withZone(ZoneOffset.UTC);

	private SrpTimestamp() {
	}

	static String format(Instant time) {
		return FORMAT.format(time);
	}

}
