package io.cognitex;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

/**
 * A factor that Cognito has checked in a sign-in, and found right.
 *
 * @param factor what was proven
 * @param provenAt when Cognito said so, by the clock of this process
 */
public record ProvenFactor(SignInFactor factor, Instant provenAt) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

}
