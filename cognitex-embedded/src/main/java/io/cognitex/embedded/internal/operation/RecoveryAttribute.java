package io.cognitex.embedded.internal.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.signin.SecondFactors;

/**
 * Where the code for a forgotten password goes.
 */
final class RecoveryAttribute {

	private static final String VERIFIED = "verified_";

	private RecoveryAttribute() {
	}

	/**
	 * The best verified attribute that the pool's recovery setting allows, or
	 * {@code null} if the user has none. Where the code of the second factor goes, the
	 * code for a new password does not.
	 */
	static @Nullable String of(UserPool pool, User user) {
		List<String> mechanisms = pool.settings().recoveryMechanisms();
		if (mechanisms.equals(List.of("admin_only"))) {
			// Only administrators get here. Where their code goes is a guess.
			mechanisms = PoolSettings.DEFAULT_RECOVERY_MECHANISMS;
		}
		return mechanisms.stream()
			.filter((mechanism) -> mechanism.startsWith(VERIFIED))
			.map((mechanism) -> mechanism.substring(VERIFIED.length()))
			.filter(user::verified)
			.filter((attribute) -> !SecondFactors.isSentTo(pool.settings(), user, attribute))
			.findFirst()
			.orElse(null);
	}

}
