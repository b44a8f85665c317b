package io.cognitex.embedded.internal.signin;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * How far a user has come with setting up a second factor.
 *
 * @param factors what the user can set up
 * @param secret the secret for an authenticator app, once one was made
 * @param registered whether the app has shown the right code
 */
record MfaSetupState(List<MfaFactor> factors, @Nullable String secret, boolean registered) implements SessionDetail {

	MfaSetupState {
		factors = List.copyOf(factors);
	}

	@Override
	public String toString() {
		return "MfaSetupState[factors=" + this.factors + ", registered=" + this.registered + "]";
	}

}
