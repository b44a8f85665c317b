package io.cognitex.embedded.internal.signin;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;

/**
 * A way to begin {@code USER_AUTH}.
 */
interface FirstFactor {

	/**
	 * The name of its challenge, by which clients choose it.
	 */
	String name();

	/**
	 * The parameters that it takes together with the choice.
	 */
	String parameter();

	/**
	 * Whether somebody can use it.
	 * @param settings the pool's settings
	 * @param user the user; {@code null} for one who does not exist and is to look like
	 * any other
	 */
	boolean isAvailable(PoolSettings settings, @Nullable User user);

	/**
	 * Checks what came with the choice, or asks for it.
	 */
	AuthStep begin(Claim claim);

}
