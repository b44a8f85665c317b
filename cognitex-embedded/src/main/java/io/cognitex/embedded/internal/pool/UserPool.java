package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.cognitex.embedded.internal.key.SigningKeys;

/**
 * A user pool: settings, keys, clients and users.
 */
public final class UserPool {

	private final String id;

	private volatile PoolSettings settings;

	private final Users users;

	private final SigningKeys keys = new SigningKeys();

	private final Map<String, AppClient> clients = new ConcurrentHashMap<>();

	UserPool(String id, PoolSettings settings, Clock clock) {
		this.id = id;
		this.settings = settings;
		this.users = new Users(settings.names(), clock);
	}

	public String id() {
		return this.id;
	}

	/**
	 * The part of the id after the underscore, which goes into SRP.
	 * @return the name
	 */
	public String name() {
		return this.id.substring(this.id.indexOf('_') + 1);
	}

	public PoolSettings settings() {
		return this.settings;
	}

	/**
	 * Changes the settings. The names stay as they are for the life of the pool.
	 * @param change makes the new settings from the newest ones
	 */
	public synchronized void change(UnaryOperator<PoolSettings> change) {
		this.settings = change.apply(this.settings).toBuilder().names(this.settings.names()).build();
	}

	public Users users() {
		return this.users;
	}

	public SigningKeys keys() {
		return this.keys;
	}

	/**
	 * Adds an app client.
	 * @param client the client
	 */
	public void add(AppClient client) {
		this.clients.put(client.id(), client);
	}

	/**
	 * Finds an app client.
	 * @param clientId the id
	 * @return the client, if this pool has it
	 */
	public Optional<AppClient> client(String clientId) {
		return Optional.ofNullable(this.clients.get(clientId));
	}

}
