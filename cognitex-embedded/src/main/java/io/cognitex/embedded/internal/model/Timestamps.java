package io.cognitex.embedded.internal.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Points in time as the service writes them.
 */
public final class Timestamps {

	private static final int MILLIS_SCALE = 3;

	private Timestamps() {
	}

	/**
	 * Seconds since 1970 with a fraction.
	 * @param instant the point in time
	 * @return the number
	 */
	public static BigDecimal seconds(Instant instant) {
		return BigDecimal.valueOf(instant.toEpochMilli(), MILLIS_SCALE);
	}

}
