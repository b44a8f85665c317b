package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * What the users of a pool did, of each the last thousand events. The service keeps them
 * for two years.
 */
final class AuthEvents implements Stateful {

	private static final int MOST = 1_000;

	private final Map<String, List<AuthEvent>> events = new ConcurrentHashMap<>();

	private final Clock clock;

	AuthEvents(Clock clock) {
		this.clock = clock;
	}

	void add(String sub, AuthEventType type, boolean passed, Set<AuthEvent.Challenge> challenges) {
		this.events.compute(sub, (key, before) -> {
			List<AuthEvent> newestFirst = (before != null) ? before : List.of();
			long number = newestFirst.isEmpty() ? 0 : newestFirst.get(0).number() + 1;
			AuthEvent event = new AuthEvent(UUID.randomUUID().toString(), number, type, passed, challenges,
					this.clock.instant());
			return Stream.concat(Stream.of(event), newestFirst.stream()).limit(MOST).toList();
		});
	}

	List<AuthEvent> of(String sub) {
		return this.events.getOrDefault(sub, List.of());
	}

	void forget(String sub) {
		this.events.remove(sub);
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.events);
	}

}
