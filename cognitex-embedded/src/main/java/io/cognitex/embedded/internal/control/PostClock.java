package io.cognitex.embedded.internal.control;

import java.time.DateTimeException;
import java.time.Duration;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.time.MovableClock;

/**
 * Moves the clock ahead.
 */
final class PostClock implements ControlAction {

	private static final String SECONDS = "advanceSeconds";

	private final MovableClock clock;

	PostClock(MovableClock clock) {
		this.clock = clock;
	}

	@Override
	public String method() {
		return "POST";
	}

	@Override
	public String path() {
		return "clock";
	}

	@Override
	public JsonNode perform(ControlRequest request) {
		JsonNode seconds = request.body(SECONDS).path(SECONDS);
		if (!seconds.isIntegralNumber() || !seconds.canConvertToLong() || seconds.longValue() < 0) {
			throw new BadRequest("'" + SECONDS + "' must be a whole number of seconds, 0 or more");
		}
		try {
			this.clock.advance(Duration.ofSeconds(seconds.longValue()));
		}
		catch (DateTimeException | ArithmeticException ex) {
			throw new BadRequest("'" + SECONDS + "' leads beyond the end of time");
		}
		return Json.object().put("now", this.clock.instant().toString());
	}

}
