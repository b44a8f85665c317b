package io.cognitex.embedded.internal.trigger;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Tells that an account was confirmed. A refusal reaches the caller, but undoes nothing.
 */
public final class PostConfirmationTrigger {

	private PostConfirmationTrigger() {
	}

	/**
	 * Tells of a confirmed sign-up.
	 * @param pool the pool
	 * @param clientId the app client; {@code null} if an administrator confirms
	 * @param user the user
	 * @param clientMetadata what the client passes on
	 */
	public static void confirmSignUp(UserPool pool, @Nullable String clientId, User user,
			Map<String, String> clientMetadata) {
		fire("PostConfirmation_ConfirmSignUp", pool, clientId, user, clientMetadata);
	}

	/**
	 * Tells of a password that was forgotten and replaced.
	 * @param pool the pool
	 * @param clientId the app client
	 * @param user the user
	 * @param clientMetadata what the client passes on
	 */
	public static void confirmForgotPassword(UserPool pool, String clientId, User user,
			Map<String, String> clientMetadata) {
		fire("PostConfirmation_ConfirmForgotPassword", pool, clientId, user, clientMetadata);
	}

	private static void fire(String source, UserPool pool, @Nullable String clientId, User user,
			Map<String, String> clientMetadata) {
		TriggerCall.of(pool, TriggerType.POST_CONFIRMATION)
			.client(clientId)
			.user(user)
			.withIfAny("clientMetadata", clientMetadata)
			.fire(source);
	}

}
