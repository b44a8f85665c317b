package io.cognitex.embedded.internal.signin;

import java.util.List;

import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * What a user was asked to choose from.
 *
 * @param factors the second factors
 */
record MfaChoice(List<MfaFactor> factors) implements SessionDetail {

	MfaChoice {
		factors = List.copyOf(factors);
	}

}
