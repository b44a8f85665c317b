package io.cognitex.embedded;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.call.Call;

/**
 * A call that the server has answered. It holds nothing that is secret.
 *
 * @param operation the operation, such as {@code InitiateAuth}; empty if none was named
 * @param clientId the app client that the call named, if any
 * @param username the name that the call named as it was typed, if any; not that of an
 * access token
 * @param error the type of the error, such as {@code NotAuthorizedException};
 * {@code ConnectionClosed} if a {@link Fault} cut the answer; {@code null} for success
 * @param at when the call came, by the pool's clock
 */
public record RecordedCall(String operation, @Nullable String clientId, @Nullable String username,
		@Nullable String error, Instant at) {

	static RecordedCall of(Call call) {
		return new RecordedCall(call.operation(), call.clientId(), call.username(), call.error(), call.at());
	}

}
