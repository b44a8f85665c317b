package io.cognitex.embedded.internal.pool;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.cognitex.embedded.internal.error.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GroupsTests {

	@Test
	void addWhenThereAreTenThousandThenRefused() {
		Groups groups = new Groups();
		for (int i = 0; i < 10_000; i++) {
			groups.add(group("group-" + i));
		}

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> groups.add(group("admin")))
			.satisfies((refusal) -> assertThat(refusal.type()).isEqualTo("LimitExceededException"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> groups.addIfMissing(group("admin")));
		assertThat(groups.addIfMissing(group("group-7"))).isFalse();
		groups.remove("group-7");
		groups.add(group("admin"));
		assertThat(groups.all()).hasSize(10_000);
	}

	private static Group group(String name) {
		return new Group(name, null, null, null, Instant.EPOCH, Instant.EPOCH);
	}

}
