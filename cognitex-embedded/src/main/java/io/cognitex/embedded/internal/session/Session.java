package io.cognitex.embedded.internal.session;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that waits for the answer to a challenge.
 *
 * @param userPoolId the pool
 * @param clientId the app client
 * @param sub the user; {@code null} if there is none and the answers only look as if
 * @param username the user's canonical name, or the key of the name that nobody has
 * @param flow the value of {@code AuthFlow} that began it
 * @param proofs what the user has proven so far
 * @param challenge the name of the challenge
 * @param detail what the challenge remembers
 */
public record Session(String userPoolId, String clientId, @Nullable String sub, String username, String flow,
		Set<Proof> proofs, String challenge, SessionDetail detail) {

	public Session {
		proofs = Set.copyOf(proofs);
	}

	/**
	 * What the challenge remembers.
	 * @param <T> the kind of detail
	 * @param type the kind of detail that the challenge has put in
	 * @return the detail
	 */
	public <T extends SessionDetail> T detail(Class<T> type) {
		return type.cast(this.detail);
	}

}
