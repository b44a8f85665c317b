package io.cognitex.embedded.internal.operation;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Where the code for a forgotten password goes.
 */
final class RecoveryAttribute {

	private static final String VERIFIED = "verified_";

	private RecoveryAttribute() {
	}

	/**
	 * The best verified attribute that the pool's recovery setting allows, or
	 * {@code null} if the user has none.
	 */
	static @Nullable String of(UserPool pool, User user) {
		return pool.settings()
			.recoveryMechanisms()
			.stream()
			.filter((mechanism) -> mechanism.startsWith(VERIFIED))
			.map((mechanism) -> mechanism.substring(VERIFIED.length()))
			.filter(user::verified)
			.findFirst()
			.orElse(null);
	}

}
