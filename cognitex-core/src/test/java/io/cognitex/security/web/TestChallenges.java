package io.cognitex.security.web;

import io.cognitex.CodeDelivery;
import io.cognitex.CognitoSession;
import io.cognitex.SignInChallenge;

/**
 * Challenges as Cognito asks them.
 */
final class TestChallenges {

	static final String SESSION = "session-of-alice-0123456789";

	private TestChallenges() {
	}

	static SignInChallenge.SmsMfa smsMfa() {
		return new SignInChallenge.SmsMfa("alice", new CognitoSession(SESSION),
				new CodeDelivery("+*******9999", "SMS", null));
	}

}
