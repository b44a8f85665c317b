package io.cognitex.embedded.internal.call;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A call that was answered.
 *
 * @param operation the operation; empty if none was named
 * @param clientId the app client that was named, if any
 * @param username the name that was typed, if any
 * @param error the type of the error, or {@code null} if there was none
 * @param at when it came
 */
public record Call(String operation, @Nullable String clientId, @Nullable String username, @Nullable String error,
		Instant at) {
}
