package io.cognitex.srp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The one form of time that Cognito takes, such as {@code Tue Mar 3 04:05:06 UTC 2026}:
 * English whatever the machine's language, UTC by name, and the day without a leading
 * zero. Written by hand, because a formatter of the JDK costs the first sign-in of a
 * process more time than all hashes together.
 */
final class SrpTimestamp {

	private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

	private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
			"Oct", "Nov", "Dec");

	private SrpTimestamp() {
	}

	static String format(Instant time) {
		LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
		StringBuilder text = new StringBuilder();
		text.append(DAYS.get(utc.getDayOfWeek().ordinal())).append(' ');
		text.append(MONTHS.get(utc.getMonth().ordinal())).append(' ').append(utc.getDayOfMonth()).append(' ');
		appendTwoDigits(text, utc.getHour()).append(':');
		appendTwoDigits(text, utc.getMinute()).append(':');
		appendTwoDigits(text, utc.getSecond());
		return text.append(" UTC ").append(utc.getYear()).toString();
	}

	private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
		return text.append(number / 10).append(number % 10);
	}

}
