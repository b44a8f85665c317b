package io.cognitex.embedded.internal.session;

/**
 * A sign-in that waits for the answer to a challenge.
 *
 * @param userPoolId the pool
 * @param clientId the app client
 * @param sub the user
 * @param challenge the name of the challenge
 */
public record Session(String userPoolId, String clientId, String sub, String challenge) {
}
