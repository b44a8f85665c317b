package io.cognitex.embedded.internal.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;

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

	private static final int MAXIMUM_SECRETS = 2;

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

	/**
	 * This client with other settings.
	 * @param newName the name
	 * @param newSettings the settings
	 * @param now when it is changed
	 * @return the changed client
	 */
	public AppClient with(String newName, ClientSettings newSettings, Instant now) {
		return new AppClient(this.id, newName, this.secrets, newSettings, this.createdAt, now);
	}

	/**
	 * This client with one more secret.
	 * @param value the secret
	 * @param now when it is made
	 * @return the changed client
	 * @throws io.cognitex.embedded.internal.error.Refusal if the client is public, or has
	 * two secrets
	 */
	public AppClient withSecret(String value, Instant now) {
		if (this.secrets.isEmpty()) {
			throw Refusals.clientWithoutSecret(this.id);
		}
		if (this.secrets.size() >= MAXIMUM_SECRETS) {
			throw Refusals.tooManyClientSecrets(this.id);
		}
		ClientSecret last = this.secrets.get(this.secrets.size() - 1);
		// The identifier is made of the time, which may stand still.
		Instant createdAt = now.isAfter(last.createdAt()) ? now : last.createdAt().plusMillis(1);
		List<ClientSecret> both = List.of(last, ClientSecret.of(this.id, value, createdAt));
		return new AppClient(this.id, this.name, both, this.settings, this.createdAt, now);
	}

	/**
	 * This client without one of its secrets.
	 * @param secretId the secret's identifier
	 * @param now when it is changed
	 * @return the changed client
	 * @throws io.cognitex.embedded.internal.error.Refusal if there is no such secret, or
	 * no other
	 */
	public AppClient withoutSecret(String secretId, Instant now) {
		List<ClientSecret> others = this.secrets.stream().filter((secret) -> !secret.id().equals(secretId)).toList();
		if (others.size() == this.secrets.size()) {
			throw Refusals.clientSecretNotFound(secretId);
		}
		if (others.isEmpty()) {
			throw Refusals.lastClientSecret();
		}
		return new AppClient(this.id, this.name, others, this.settings, this.createdAt, now);
	}

	@Override
	public String toString() {
		return "AppClient[id=" + this.id + "]";
	}

}
