package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The pools of one server.
 */
public final class UserPools implements Stateful {

	private final Map<String, UserPool> pools = new ConcurrentHashMap<>();

	private final String region;

	private final Clock clock;

	public UserPools(String region, Clock clock) {
		this.region = region;
		this.clock = clock;
	}

	/**
	 * Creates a pool.
	 * @param settings its settings
	 * @return the pool, without clients and users
	 */
	public UserPool create(PoolSettings settings) {
		return create(Identifiers.userPoolId(this.region), settings);
	}

	/**
	 * Creates a pool with an id that was chosen.
	 * @param userPoolId the id
	 * @param settings its settings
	 * @return the pool, without clients and users
	 * @throws IllegalArgumentException if the id is taken, or of another region
	 */
	public UserPool create(String userPoolId, PoolSettings settings) {
		UserPool pool = new UserPool(userPoolId, settings, this.clock);
		if (!pool.region().equals(this.region) || this.pools.putIfAbsent(userPoolId, pool) != null) {
			throw new IllegalArgumentException(
					"'" + userPoolId + "' is taken, or is not the id of a pool in " + this.region);
		}
		return pool;
	}

	/**
	 * All pools.
	 * @return the pools, in no order
	 */
	public Collection<UserPool> all() {
		return List.copyOf(this.pools.values());
	}

	/**
	 * Deletes a pool with all that is in it.
	 * @param userPoolId the id
	 * @throws io.cognitex.embedded.internal.error.Refusal if there is no such pool, or it
	 * is protected
	 */
	public void delete(String userPoolId) {
		if (require(userPoolId).settings().deletionProtection()) {
			throw Refusals.deletionProtection();
		}
		// Its keys stay its own: a snapshot may bring it back.
		this.pools.remove(userPoolId);
	}

	/**
	 * Finds a pool.
	 * @param userPoolId the id
	 * @return the pool, if there is one
	 */
	public Optional<UserPool> find(String userPoolId) {
		return Optional.ofNullable(this.pools.get(userPoolId));
	}

	/**
	 * Gives back what the pools hold and others can use. They must not be used any more.
	 */
	public void release() {
		this.pools.values().forEach((pool) -> pool.keys().release());
	}

	/**
	 * The pool that an IAM operation names.
	 * @param userPoolId the id
	 * @return the pool
	 */
	public UserPool require(String userPoolId) {
		return find(userPoolId).orElseThrow(() -> Refusals.userPoolNotFound(userPoolId));
	}

	/**
	 * The pool of an app client, which is all that most operations name.
	 * @param clientId the client id
	 * @return the pool that has the client
	 */
	public UserPool requireByClient(String clientId) {
		return this.pools.values()
			.stream()
			.filter((pool) -> pool.client(clientId).isPresent())
			.findFirst()
			.orElseThrow(() -> Refusals.clientNotFound(clientId));
	}

	@Override
	public Snapshot snapshot() {
		Snapshot pools = Snapshot.of(this.pools);
		Snapshot contents = Snapshot.of(List.copyOf(this.pools.values()));
		return () -> {
			pools.restore();
			contents.restore();
		};
	}

}
