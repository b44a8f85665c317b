package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.key.SigningKeys;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;
import io.cognitex.embedded.trigger.Trigger;
import io.cognitex.embedded.trigger.TriggerType;

/**
 * A user pool: settings, keys, clients and users.
 */
public final class UserPool implements Stateful {

	private static final int CLIENTS = 1_000;

	private final String id;

	private volatile PoolSettings settings;

	private final Users users;

	private final SigningKeys keys = new SigningKeys();

	private final Map<String, AppClient> clients = new ConcurrentHashMap<>();

	private final Groups groups = new Groups();

	private final AuthEvents authEvents;

	private volatile Map<TriggerType, Trigger> triggers = Map.of();

	private final Clock clock;

	private final Instant createdAt;

	private volatile Instant modifiedAt;

	UserPool(String id, PoolSettings settings, Clock clock) {
		this.id = id;
		this.settings = settings;
		this.clock = clock;
		this.createdAt = clock.instant();
		this.modifiedAt = this.createdAt;
		this.users = new Users(settings.names(), clock);
		this.authEvents = new AuthEvents(clock);
	}

	public String id() {
		return this.id;
	}

	/**
	 * The region that the pool is said to be in.
	 * @return the part of the id before the underscore
	 */
	public String region() {
		return this.id.substring(0, this.id.indexOf('_'));
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
		this.modifiedAt = this.clock.instant();
	}

	public Users users() {
		return this.users;
	}

	/**
	 * Removes a user and what is recorded about the user.
	 * @param user the user
	 */
	public void removeUser(User user) {
		this.users.remove(user.sub());
		this.authEvents.forget(user.sub());
	}

	/**
	 * Records what a user did, if the pool records such events.
	 * @param user the user
	 * @param type what was done
	 * @param passed whether it succeeded
	 * @param challenges what was proven, or else what was not
	 * @return the event; {@code null} if the pool does not record any
	 */
	public @Nullable AuthEvent recordAuthEvent(User user, AuthEventType type, boolean passed,
			Set<AuthEvent.Challenge> challenges) {
		return recordAuthEvent(UUID.randomUUID().toString(), user, type, passed, challenges);
	}

	/**
	 * Records what a user did under an identifier that is known elsewhere, if the pool
	 * records such events.
	 * @param eventId the identifier
	 * @param user the user
	 * @param type what was done
	 * @param passed whether it succeeded
	 * @param challenges what was proven, or else what was not
	 * @return the event; {@code null} if the pool does not record any
	 */
	public @Nullable AuthEvent recordAuthEvent(String eventId, User user, AuthEventType type, boolean passed,
			Set<AuthEvent.Challenge> challenges) {
		return this.settings.recordsAuthEvents() ? this.authEvents.add(eventId, user.sub(), type, passed, challenges)
				: null;
	}

	/**
	 * What a user did while the pool recorded it.
	 * @param user the user
	 * @return the events, newest first
	 */
	public List<AuthEvent> authEvents(User user) {
		return this.authEvents.of(user.sub());
	}

	/**
	 * Keeps what somebody says about an event.
	 * @param user whose event it is
	 * @param event the event
	 * @param value {@code Valid} or {@code Invalid}
	 * @param provider who says it
	 */
	public void giveFeedback(User user, AuthEvent event, String value, String provider) {
		this.authEvents.giveFeedback(user.sub(), (candidate) -> candidate.id().equals(event.id()), value, provider);
	}

	/**
	 * How risky the sign-ins of a user are said to be.
	 * @param user the user
	 * @return the decision
	 */
	public Risk risk(User user) {
		return this.authEvents.risk(user.sub());
	}

	/**
	 * Says how risky the sign-ins of a user are.
	 * @param user the user
	 * @param risk the decision
	 */
	public void risk(User user, Risk risk) {
		this.authEvents.risk(user.sub(), risk);
	}

	public SigningKeys keys() {
		return this.keys;
	}

	/**
	 * The functions that stand for Lambda triggers.
	 * @return the functions
	 */
	public Map<TriggerType, Trigger> triggers() {
		return this.triggers;
	}

	/**
	 * Sets the functions that stand for Lambda triggers.
	 * @param triggers the functions
	 */
	public void triggers(Map<TriggerType, Trigger> triggers) {
		this.triggers = Map.copyOf(triggers);
	}

	public Groups groups() {
		return this.groups;
	}

	/**
	 * Removes a group, also from its users.
	 * @param name the name
	 * @throws io.cognitex.embedded.internal.error.Refusal if there is none of this name
	 */
	public void removeGroup(String name) {
		this.groups.remove(name);
		for (User user : this.users.all()) {
			if (user.groups().contains(name)) {
				this.users.change(user.sub(), (draft) -> draft.groups().remove(name));
			}
		}
	}

	/**
	 * When the pool was made.
	 * @return the time
	 */
	public Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * When the settings were last changed.
	 * @return the time
	 */
	public Instant modifiedAt() {
		return this.modifiedAt;
	}

	/**
	 * Adds an app client.
	 * @param name the name, for people
	 * @param settings what it is told to be
	 * @param secret the client secret; {@code null} for a public client
	 * @return the client
	 */
	public AppClient addClient(String name, ClientSettings settings, @Nullable String secret) {
		return addClient(Identifiers.clientId(), name, settings, secret);
	}

	/**
	 * Adds an app client with an id that was chosen.
	 * @param clientId the id, which no other client has
	 * @param name the name, for people
	 * @param settings what it is told to be
	 * @param secret the client secret; {@code null} for a public client
	 * @return the client
	 * @throws io.cognitex.embedded.internal.error.Refusal if there are too many
	 */
	public AppClient addClient(String clientId, String name, ClientSettings settings, @Nullable String secret) {
		Instant now = this.clock.instant();
		List<ClientSecret> secrets = (secret != null) ? List.of(ClientSecret.of(clientId, secret, now)) : List.of();
		AppClient client = new AppClient(clientId, name, secrets, settings, now, now);
		synchronized (this.clients) {
			if (this.clients.size() >= CLIENTS) {
				throw Refusals.tooManyClients();
			}
			this.clients.put(clientId, client);
		}
		return client;
	}

	/**
	 * Changes an app client.
	 * @param clientId the client id
	 * @param change makes the new client from the newest one; it may refuse by throwing
	 * @return the changed client
	 */
	public AppClient changeClient(String clientId, UnaryOperator<AppClient> change) {
		AppClient changed = this.clients.computeIfPresent(clientId, (id, client) -> change.apply(client));
		if (changed == null) {
			throw Refusals.clientNotFound(clientId);
		}
		return changed;
	}

	/**
	 * Removes an app client.
	 * @param clientId the client id
	 * @throws io.cognitex.embedded.internal.error.Refusal if this pool does not have it
	 */
	public void removeClient(String clientId) {
		if (this.clients.remove(clientId) == null) {
			throw Refusals.clientNotFound(clientId);
		}
	}

	/**
	 * All app clients.
	 * @return the clients
	 */
	public Collection<AppClient> clients() {
		return List.copyOf(this.clients.values());
	}

	/**
	 * The app client that an IAM operation names.
	 * @param clientId the client id
	 * @return the client
	 */
	public AppClient requireClient(String clientId) {
		return client(clientId).orElseThrow(() -> Refusals.clientNotFound(clientId));
	}

	/**
	 * Finds an app client.
	 * @param clientId the id
	 * @return the client, if this pool has it
	 */
	public Optional<AppClient> client(String clientId) {
		return Optional.ofNullable(this.clients.get(clientId));
	}

	@Override
	public synchronized Snapshot snapshot() {
		PoolSettings settings = this.settings;
		Instant modifiedAt = this.modifiedAt;
		Map<TriggerType, Trigger> triggers = this.triggers;
		Snapshot parts = Snapshot.of(List.of(this.users, this.groups, this.authEvents));
		Snapshot clients = Snapshot.of(this.clients);
		return () -> {
			parts.restore();
			clients.restore();
			restore(settings, modifiedAt);
			triggers(triggers);
		};
	}

	private synchronized void restore(PoolSettings settings, Instant modifiedAt) {
		this.settings = settings;
		this.modifiedAt = modifiedAt;
	}

}
