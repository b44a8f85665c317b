package io.cognitex.embedded.internal.session;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.srp.SrpExchange;

/**
 * An SRP sign-in that waits for the proof.
 *
 * @param userPoolId the pool
 * @param clientId the app client
 * @param sub the user; {@code null} if there is none and the answer only looks as if
 * @param account under what wrong passwords are counted
 * @param session the session that has to come back with the proof; {@code null} if none
 * was given out
 * @param exchange the numbers
 */
public record SrpAttempt(String userPoolId, String clientId, @Nullable String sub, String account,
		@Nullable String session, SrpExchange exchange) {

	@Override
	public String toString() {
		return "SrpAttempt[account=" + this.account + "]";
	}

}
