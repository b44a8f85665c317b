package io.cognitex.embedded.internal.pool;

import org.jspecify.annotations.Nullable;

/**
 * An app client of a pool.
 *
 * @param id the client id
 * @param secret the client secret; {@code null} for a public client
 * @param settings what it was created with
 */
public record AppClient(String id, @Nullable String secret, ClientSettings settings) {

	@Override
	public String toString() {
		return "AppClient[id=" + this.id + "]";
	}

}
