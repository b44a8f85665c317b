package io.cognitex.embedded.internal.trigger;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * Asks before and after a sign-in.
 */
public final class AuthenticationTriggers {

	private AuthenticationTriggers() {
	}

	/**
	 * Asks before the first factor is looked at.
	 * @param pool the pool
	 * @param clientId the app client
	 * @param name the user's canonical name, or the name that nobody has
	 * @param user the user, or {@code null} if there is none and the client hides that
	 * @param validationData what the client says for this trigger only
	 */
	public static void before(UserPool pool, String clientId, String name, @Nullable User user,
			Map<String, String> validationData) {
		TriggerCall call = TriggerCall.of(pool, TriggerType.PRE_AUTHENTICATION).client(clientId);
		if (user != null) {
			call.user(user);
		}
		else {
			call.userName(name).with("userAttributes", Map.of()).with("userNotFound", true);
		}
		call.withIfAny("validationData", validationData).fire("PreAuthentication_Authentication");
	}

	/**
	 * Asks after everything was proven.
	 * @param pool the pool
	 * @param clientId the app client
	 * @param user the user
	 * @param newDeviceUsed whether the pool tracks devices and does not know this one
	 * @param clientMetadata what the client passes on
	 */
	public static void after(UserPool pool, String clientId, User user, boolean newDeviceUsed,
			Map<String, String> clientMetadata) {
		TriggerCall.of(pool, TriggerType.POST_AUTHENTICATION)
			.client(clientId)
			.user(user)
			.with("newDeviceUsed", newDeviceUsed)
			.withIfAny("clientMetadata", clientMetadata)
			.fire("PostAuthentication_Authentication");
	}

}
