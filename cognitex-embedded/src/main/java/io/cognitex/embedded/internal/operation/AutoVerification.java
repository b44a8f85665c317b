package io.cognitex.embedded.internal.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;

/**
 * Where the code goes that confirms a sign-up: if both are verified automatically, to the
 * phone.
 */
final class AutoVerification {

	private AutoVerification() {
	}

	static @Nullable String attribute(PoolSettings settings, User user) {
		return List.of("phone_number", "email")
			.stream()
			.filter((name) -> settings.autoVerifiedAttributes().contains(name))
			.filter((name) -> !user.attributes().getOrDefault(name, "").isEmpty())
			.findFirst()
			.orElse(null);
	}

}
