package io.cognitex.embedded.internal.signin;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.token.Tokens;

/**
 * Where a sign-in stands after a step.
 */
public sealed interface AuthStep {

	/**
	 * The user is signed in.
	 *
	 * @param tokens the tokens
	 */
	record Authenticated(Tokens tokens) implements AuthStep {
	}

	/**
	 * The user has to answer a challenge.
	 *
	 * @param name the challenge
	 * @param session the session to send back; {@code null} for challenges without one
	 * @param parameters what the challenge tells the client
	 * @param available what the user can choose from; empty where there is no choice
	 */
	record Challenged(String name, @Nullable String session, Map<String, String> parameters,
			List<String> available) implements AuthStep {

		Challenged(String name, @Nullable String session, Map<String, String> parameters) {
			this(name, session, parameters, List.of());
		}

		@Override
		public String toString() {
			return "Challenged[name=" + this.name + "]";
		}

	}

}
