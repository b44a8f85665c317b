package io.cognitex.embedded.internal.signin;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.session.SessionDetail;
import io.cognitex.embedded.internal.trigger.CustomAuthTriggers.Answered;

/**
 * What a custom challenge remembers.
 *
 * @param history the challenges before
 * @param privateParameters what only the judge gets
 * @param metadata what the trigger that made the challenge calls it
 */
record CustomChallengeState(List<Answered> history, Map<String, String> privateParameters,
		@Nullable String metadata) implements SessionDetail {

	CustomChallengeState {
		history = List.copyOf(history);
		privateParameters = Map.copyOf(privateParameters);
	}

	@Override
	public String toString() {
		return "CustomChallengeState[metadata=" + this.metadata + "]";
	}

}
