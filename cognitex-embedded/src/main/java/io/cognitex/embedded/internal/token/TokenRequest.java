package io.cognitex.embedded.internal.token;

import java.util.Map;

import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * For whom tokens are made, and why.
 *
 * @param pool the pool
 * @param client the client
 * @param user the user as of now
 * @param triggerSource why, in the words of the pre token generation trigger
 * @param clientMetadata what the client passes on to that trigger
 */
public record TokenRequest(UserPool pool, AppClient client, User user, String triggerSource,
		Map<String, String> clientMetadata) {
}
