package io.cognitex.embedded.internal.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind a refresh token, which itself says nothing.
 *
 * @param login the sign-in that it continues
 * @param usableUntil until when it may be used although it was rotated; {@code null} if
 * it was not rotated
 */
public record RefreshToken(Login login, @Nullable Instant usableUntil) {
}
