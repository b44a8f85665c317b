package io.cognitex;

import java.io.Serial;
import java.io.Serializable;

/**
 * Cognito's own handle of a sign-in under way: single-use, valid for three to fifteen
 * minutes, and a secret that stays on the server. {@link #toString()} does not show it.
 *
 * @param value as Cognito sent it
 */
public record CognitoSession(String value) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	@Override
	public String toString() {
		return "[protected]";
	}

}
