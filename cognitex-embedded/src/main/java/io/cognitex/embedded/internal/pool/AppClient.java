package io.cognitex.embedded.internal.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An app client of a pool.
 *
 * @param id the client id
 * @param name the name, for people
 * @param secrets the client secrets, oldest first; empty for a public client
 * @param settings what it is told to be
 * @param createdAt when it was made
 * @param modifiedAt when it was last changed
 */
public record AppClient(String id, String name, List<ClientSecret> secrets, ClientSettings settings, Instant createdAt,
		Instant modifiedAt) {

	public AppClient {
		secrets = List.copyOf(secrets);
	}

	/**
	 * The oldest client secret.
	 * @return the secret, or {@code null} for a public client
	 */
	public @Nullable String secret() {
		return this.secrets.isEmpty() ? null : this.secrets.get(0).value();
	}

	/**
	 * Whether a secret that was sent is one of this client's; a public client takes none.
	 * @param secret the secret, or {@code null} if none was sent
	 * @return whether it is
	 */
	public boolean hasSecret(@Nullable String secret) {
		if (this.secrets.isEmpty() || secret == null) {
			return this.secrets.isEmpty() && secret == null;
		}
		return this.secrets.stream().anyMatch((known) -> MessageDigest.isEqual(bytes(known.value()), bytes(secret)));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "AppClient[id=" + this.id + "]";
	}

}
