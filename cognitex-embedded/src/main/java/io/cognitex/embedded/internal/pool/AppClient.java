package io.cognitex.embedded.internal.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

/**
 * An app client of a pool.
 *
 * @param id the client id
 * @param secret the client secret; {@code null} for a public client
 * @param settings what it was created with
 */
public record AppClient(String id, @Nullable String secret, ClientSettings settings) {

	/**
	 * Whether a secret that was sent is this client's; a public client takes none.
	 * @param secret the secret, or {@code null} if none was sent
	 * @return whether it is
	 */
	public boolean hasSecret(@Nullable String secret) {
		if (this.secret == null || secret == null) {
			return this.secret == null && secret == null;
		}
		return MessageDigest.isEqual(this.secret.getBytes(StandardCharsets.UTF_8),
				secret.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "AppClient[id=" + this.id + "]";
	}

}
