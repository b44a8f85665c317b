package io.cognitex.secretwatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;

/**
 * What was logged: the message with its arguments, the context and all exceptions.
 *
 * @param logger the name of the logger
 * @param level how urgent it was
 * @param text all that an appender could have written
 */
record CapturedLine(String logger, Level level, String text) {

	static CapturedLine of(String logger, Level level, String format, Object @Nullable [] arguments,
			@Nullable Throwable thrown) {
		FormattingTuple message = MessageFormatter.arrayFormat(format, arguments);
		StringBuilder text = new StringBuilder(String.valueOf(message.getMessage()));
		if (arguments != null && format.split("\\{}", -1).length <= arguments.length) {
			for (Object argument : arguments) {
				text.append(' ').append(argument);
			}
		}
		Map<String, String> context = MDC.getCopyOfContextMap();
		if (context != null && !context.isEmpty()) {
			text.append(' ').append(context);
		}
		Throwable last = (thrown != null) ? thrown : message.getThrowable();
		if (last != null) {
			append(last, text, Collections.newSetFromMap(new IdentityHashMap<>()));
		}
		return new CapturedLine(logger, level, text.toString());
	}

	private static void append(Throwable thrown, StringBuilder text, Set<Throwable> seen) {
		if (!seen.add(thrown)) {
			return;
		}
		text.append('\n').append(thrown).append(' ').append(thrown.getMessage());
		List<Throwable> further = new ArrayList<>(List.of(thrown.getSuppressed()));
		if (thrown.getCause() != null) {
			further.add(thrown.getCause());
		}
		further.forEach((next) -> append(next, text, seen));
	}

}
