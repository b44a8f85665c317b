package io.cognitex.embedded.internal.operation;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * A call of an IAM operation that names a pool and, by any name that signs in, a user.
 *
 * @param pool the pool
 * @param user the user as of now
 */
record UserCall(UserPool pool, User user) {

	static UserCall of(UserPools pools, Request request) {
		return of(pools.require(request.required("UserPoolId")), request);
	}

	/**
	 * A call about events, which not every pool records.
	 */
	static UserCall withAuthEvents(UserPools pools, Request request) {
		UserPool pool = pools.require(request.required("UserPoolId"));
		if (!pool.settings().recordsAuthEvents()) {
			throw Refusals.addOnNotEnabled();
		}
		return of(pool, request);
	}

	private static UserCall of(UserPool pool, Request request) {
		return new UserCall(pool,
				pool.users().find(request.required("Username")).orElseThrow(Refusals::userDoesNotExist));
	}

}
