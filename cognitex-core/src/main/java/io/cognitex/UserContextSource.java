package io.cognitex;

import org.jspecify.annotations.Nullable;

/**
 * Knows for whom an operation is done: asked once for each operation that takes it, in
 * the thread that calls the account manager.
 *
 * @see CognitoAccountManagerBuilder#userContext
 */
@FunctionalInterface
public interface UserContextSource {

	/**
	 * The person of the moment.
	 * @return what is known of the person's browser; {@code null} if nothing is
	 */
	@Nullable UserContext userContext();

}
