package io.cognitex.boot.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * How long ago something may have happened to a token or its user before it is noticed: a
 * time span, or {@code never} where Cognito is never asked.
 *
 * @param duration the time span; {@code null} for never
 */
public record MaxStaleness(@Nullable Duration duration) {

	private static final MaxStaleness NEVER = new MaxStaleness(null);

	public MaxStaleness {
		if (duration != null && duration.isNegative()) {
			throw new IllegalArgumentException("A time span must not be negative. To never ask Cognito, write 'never'");
		}
	}

	/**
	 * Reads the value of a property. Spring calls it.
	 * @param text {@code never}, or a time span such as {@code 60s} or {@code PT1M}
	 * @return the value
	 * @throws IllegalArgumentException if it is neither
	 */
	public static MaxStaleness valueOf(String text) {
		return "never".equalsIgnoreCase(text.strip()) ? NEVER
				: new MaxStaleness(DurationStyle.detectAndParse(text.strip()));
	}

}
