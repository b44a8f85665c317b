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

	/**
	 * Makes a client secret, without giving it to the client.
	 * @param clientId the client
	 * @param value the secret itself
	 * @param createdAt when it is made
	 * @return the secret
	 */
	public static ClientSecret of(String clientId, String value, Instant createdAt) {
		return new ClientSecret(clientId + "--" + createdAt.toEpochMilli(), value, createdAt);
	}

	@Override
	public String toString() {
		return "ClientSecret[id=" + this.id + "]";
	}

}
