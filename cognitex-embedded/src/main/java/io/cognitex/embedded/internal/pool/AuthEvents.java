package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * What the users of a pool did, of each the last thousand events (the service keeps them
 * for two years), and how risky their sign-ins are said to be.
 */
final class AuthEvents implements Stateful {

	private static final int MOST = 1_000;

	private final Map<String, List<AuthEvent>> events = new ConcurrentHashMap<>();

	private final Map<String, Risk> risks = new ConcurrentHashMap<>();

	private final Clock clock;

	AuthEvents(Clock clock) {
		this.clock = clock;
	}

	AuthEvent add(String eventId, String sub, AuthEventType type, boolean passed, Set<AuthEvent.Challenge> challenges) {
		Risk risk = (type == AuthEventType.SIGN_IN) ? risk(sub) : Risk.NO_RISK;
		return this.events.compute(sub, (key, before) -> {
			List<AuthEvent> newestFirst = (before != null) ? before : List.of();
			long number = newestFirst.isEmpty() ? 0 : newestFirst.get(0).number() + 1;
			AuthEvent event = new AuthEvent(eventId, number, type, passed, challenges, risk,
					Identifiers.feedbackToken(), null, this.clock.instant());
			return Stream.concat(Stream.of(event), newestFirst.stream()).limit(MOST).toList();
		}).get(0);
	}

	List<AuthEvent> of(String sub) {
		return this.events.getOrDefault(sub, List.of());
	}

	void giveFeedback(String sub, Predicate<AuthEvent> about, String value, String provider) {
		EventFeedback feedback = new EventFeedback(value, provider, this.clock.instant());
		this.events.computeIfPresent(sub, (key,
				before) -> before.stream().map((event) -> about.test(event) ? event.with(feedback) : event).toList());
	}

	Risk risk(String sub) {
		return this.risks.getOrDefault(sub, Risk.NO_RISK);
	}

	void risk(String sub, Risk risk) {
		this.risks.put(sub, risk);
	}

	void forget(String sub) {
		this.events.remove(sub);
		this.risks.remove(sub);
	}

	@Override
	public Snapshot snapshot() {
		Snapshot events = Snapshot.of(this.events);
		Snapshot risks = Snapshot.of(this.risks);
		return () -> {
			events.restore();
			risks.restore();
		};
	}

}
