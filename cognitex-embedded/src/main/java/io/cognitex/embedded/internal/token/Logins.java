package io.cognitex.embedded.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The sign-ins that count. One that is not here was revoked, or is so old that all of its
 * tokens have expired.
 */
public final class Logins implements Stateful {

	private static final Duration LONGEST_ACCESS_TOKEN_VALIDITY = Duration.ofDays(1);

	private static final int SWEEP_EVERY = 1024;

	private final Map<String, Login> logins = new ConcurrentHashMap<>();

	private final AtomicInteger opened = new AtomicInteger();

	private final Clock clock;

	public Logins(Clock clock) {
		this.clock = clock;
	}

	void open(Login login) {
		if (this.opened.incrementAndGet() % SWEEP_EVERY == 0) {
			Instant longAgo = this.clock.instant().minus(LONGEST_ACCESS_TOKEN_VALIDITY);
			this.logins.values().removeIf((old) -> old.refreshUntil().isBefore(longAgo));
		}
		this.logins.put(login.eventId(), login);
	}

	/**
	 * Revokes a sign-in with all of its tokens.
	 * @param login the sign-in
	 */
	public void revoke(Login login) {
		this.logins.remove(login.eventId());
	}

	/**
	 * Finds a sign-in.
	 * @param eventId the {@code event_id} of its tokens
	 * @return the sign-in, if it was not revoked
	 */
	public Optional<Login> find(String eventId) {
		return Optional.ofNullable(this.logins.get(eventId));
	}

	/**
	 * Whether a sign-in still counts.
	 * @param eventId the {@code event_id} of its tokens
	 * @param user the user as of now
	 * @return whether it does: it was not revoked, and the user was not signed out
	 * everywhere
	 */
	public boolean counts(String eventId, User user) {
		Login login = this.logins.get(eventId);
		return login != null && login.sub().equals(user.sub()) && login.signOuts() == user.signOuts();
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.logins);
	}

}
