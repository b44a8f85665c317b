package io.cognitex;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Cognito's answer to {@code InitiateAuth} or {@code RespondToAuthChallenge}, as it came.
 */
record AuthStep(@Nullable String challengeName, @Nullable CognitoSession session, Map<String, String> parameters,
		List<String> availableChallenges, @Nullable CognitoTokens tokens, @Nullable NewDevice newDevice) {

	@Override
	public String toString() {
		return "AuthStep[challengeName=" + this.challengeName + "]";
	}

}
