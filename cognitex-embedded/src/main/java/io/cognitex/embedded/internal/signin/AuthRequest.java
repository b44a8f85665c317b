package io.cognitex.embedded.internal.signin;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.SecretHash;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * One step of a sign-in as the client asks for it.
 *
 * @param pool the pool
 * @param client the app client
 * @param parameters {@code AuthParameters} or {@code ChallengeResponses}
 * @param session the session that was sent along, if one was
 * @param validationData what the client passes on to the triggers that look before a
 * sign-in: {@code ClientMetadata} of the step that begins it
 * @param clientMetadata what the client passes on to all other triggers:
 * {@code ClientMetadata} of the steps that follow
 */
public record AuthRequest(UserPool pool, AppClient client, Map<String, String> parameters, @Nullable String session,
		Map<String, String> validationData, Map<String, String> clientMetadata) {

	/**
	 * Refuses parameters that the step does not know. The service ignores them; here a
	 * test is to find out that what it asks for will not happen. {@code DEVICE_KEY} is
	 * known but means nothing in a pool that does not track devices.
	 * @param names the parameters that the step knows besides those that all know
	 */
	void allowOnly(Set<String> names) {
		for (String name : this.parameters.keySet()) {
			if (!names.contains(name) && !Set.of("USERNAME", "SECRET_HASH", "DEVICE_KEY").contains(name)) {
				throw Refusals.notEmulated("Parameter " + name);
			}
		}
	}

	String required(String name) {
		String value = this.parameters.get(name);
		if (value == null || value.isEmpty()) {
			throw Refusals.missingParameter(name);
		}
		return value;
	}

	void checkSecretHash(String username) {
		SecretHash.check(this.client, username, this.parameters.get("SECRET_HASH"));
	}

	/**
	 * Under what wrong passwords for a name are counted.
	 * @param name the {@code sub} of a user, or the name of nobody
	 * @return pool and name
	 */
	String account(String name) {
		return this.pool.id() + "/" + name;
	}

	@Override
	public String toString() {
		return "AuthRequest[client=" + this.client + "]";
	}

}
