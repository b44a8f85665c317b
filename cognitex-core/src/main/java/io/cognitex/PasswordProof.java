package io.cognitex;

import java.util.HashMap;
import java.util.Map;

/**
 * How a password that is asked after the username goes to Cognito.
 *
 * @see SignInChallenge.Password
 */
public enum PasswordProof {

	/** Cognito asked for the password itself. */
	PASSWORD("PASSWORD", false),

	/** Cognito asked for SRP. */
	PASSWORD_SRP("PASSWORD_SRP", true),

	/** The user chose the password, and Cognito takes choice and password together. */
	CHOSEN_PASSWORD("SELECT_CHALLENGE", false),

	/** The user chose the password, and Cognito takes it by SRP. */
	CHOSEN_PASSWORD_SRP("SELECT_CHALLENGE", true);

	private final String challengeName;

	private final boolean srp;

	PasswordProof(String challengeName, boolean srp) {
		this.challengeName = challengeName;
		this.srp = srp;
	}

	/**
	 * The challenge to which the answer goes.
	 */
	String challengeName() {
		return this.challengeName;
	}

	boolean isSrp() {
		return this.srp;
	}

	/**
	 * The answer, with the choice that it answers if there was one.
	 */
	Map<String, String> with(String choice, Map<String, String> responses) {
		if (this == PASSWORD || this == PASSWORD_SRP) {
			return responses;
		}
		Map<String, String> all = new HashMap<>(responses);
		all.put("ANSWER", choice);
		return all;
	}

}
