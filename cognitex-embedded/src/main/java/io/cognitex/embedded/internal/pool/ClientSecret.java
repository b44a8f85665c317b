package io.cognitex.embedded.internal.pool;

import java.time.Instant;

/**
 * A secret of an app client, which can have two while they are exchanged.
 *
 * @param id the identifier
 * @param value the secret itself
 * @param createdAt when it was made
 */
public record ClientSecret(String id, String value, Instant createdAt) {

	@Override
	public String toString() {
		return "ClientSecret[id=" + this.id + "]";
	}

}
