package io.cognitex.embedded.internal.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One sign-in, from which all tokens of a session come.
 *
 * @param eventId the {@code event_id} of its tokens
 * @param originJti the {@code origin_jti} of its tokens
 * @param userPoolId the pool
 * @param clientId the app client
 * @param sub the user
 * @param signOuts how often the user had been signed out everywhere before; a greater
 * number later means that the sign-in no longer counts
 * @param authTime when it happened
 * @param refreshUntil when its refresh tokens expire
 * @param device the device that it came from; {@code null} if the pool does not track
 * devices
 */
public record Login(String eventId, String originJti, String userPoolId, String clientId, String sub, int signOuts,
		Instant authTime, Instant refreshUntil, @Nullable LoginDevice device) {
}
