package io.cognitex.embedded.internal.pool;

import java.time.Instant;

/**
 * Whether it was the user who did what an {@link AuthEvent} tells.
 *
 * @param value {@code Valid} or {@code Invalid}
 * @param provider who says so
 * @param givenAt when it was said
 */
public record EventFeedback(String value, String provider, Instant givenAt) {
}
