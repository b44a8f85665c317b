package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuthEventsTests {

	private final AuthEvents events = new AuthEvents(Clock.systemUTC());

	@Test
	void addWhenThereAreAThousandThenTheOldestIsForgotten() {
		AuthEvent oldest = add("alice");
		AuthEvent second = add("alice");
		AuthEvent newest = second;
		for (int i = 0; i < 999; i++) {
			newest = add("alice");
		}

		List<AuthEvent> kept = this.events.of("alice");

		assertThat(kept).hasSize(1_000).doesNotContain(oldest).startsWith(newest).endsWith(second);
	}

	@Test
	void addWhenAnotherUserHasManyThenNoneIsForgotten() {
		AuthEvent ofBob = add("bob");
		for (int i = 0; i < 1_001; i++) {
			add("alice");
		}

		assertThat(this.events.of("bob")).containsExactly(ofBob);
	}

	private AuthEvent add(String sub) {
		return this.events.add(UUID.randomUUID().toString(), sub, AuthEventType.SIGN_IN, true, Set.of());
	}

}
