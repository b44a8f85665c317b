package io.cognitex.embedded.internal.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.session.OneTimeStore.Entry;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The sessions that go back and forth with challenges. One is bound to pool, client, user
 * and challenge, expires, and is used up by the answer that leads on; a mistyped code
 * does not use it up.
 */
public final class Sessions implements Stateful {

	private static final int BYTES = 690;

	private final OneTimeStore<Session> store;

	private final Clock clock;

	public Sessions(Clock clock) {
		this.clock = clock;
		// The service's sessions begin with these letters.
		this.store = new OneTimeStore<>(clock, BYTES,
				(random) -> "AYABe" + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
	}

	/**
	 * Opens a session.
	 * @param session what to remember
	 * @param validity how long
	 * @return the session's name
	 */
	public String open(Session session, Duration validity) {
		return this.store.add(session, validity);
	}

	/**
	 * Looks up a session that can be used now, without using it up.
	 * @param name the session's name, if one was sent
	 * @param userPoolId the pool that the answer is for
	 * @param clientId the client that sends it
	 * @param challenge the challenge that it answers
	 * @return the session
	 */
	public Session require(@Nullable String name, String userPoolId, String clientId, String challenge) {
		Session session = entry(name).value();
		if (!session.userPoolId().equals(userPoolId) || !session.clientId().equals(clientId)) {
			throw Refusals.sessionInvalid();
		}
		return require(name, challenge);
	}

	/**
	 * Looks up a session that can be used now, for an operation that names neither pool
	 * nor client.
	 * @param name the session's name, if one was sent
	 * @param challenge the challenge that it answers
	 * @return the session
	 */
	public Session require(@Nullable String name, String challenge) {
		Entry<Session> entry = entry(name);
		if (!entry.value().challenge().equals(challenge)) {
			throw Refusals.sessionInvalid();
		}
		if (entry.used().get()) {
			throw Refusals.sessionUsed();
		}
		if (entry.isExpired(this.clock.instant())) {
			throw Refusals.sessionExpired();
		}
		return entry.value();
	}

	/**
	 * Uses a session up.
	 * @param name the session's name
	 */
	public void use(@Nullable String name) {
		if (!entry(name).use()) {
			throw Refusals.sessionUsed();
		}
	}

	private Entry<Session> entry(@Nullable String name) {
		if (name == null) {
			throw Refusals.sessionInvalid();
		}
		return this.store.find(name).orElseThrow(Refusals::sessionInvalid);
	}

	@Override
	public Snapshot snapshot() {
		return this.store.snapshot();
	}

}
