package io.cognitex.embedded.internal.operation;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.limit.AttemptLimit;
import io.cognitex.embedded.internal.limit.AttemptLimits;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.SecretHash;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * A call that names an app client and, mostly, a user.
 *
 * @param pool the client's pool
 * @param client the client
 */
record ClientCall(UserPool pool, AppClient client) {

	static ClientCall of(UserPools pools, Request request) {
		String clientId = request.required("ClientId");
		UserPool pool = pools.requireByClient(clientId);
		ClientCall call = new ClientCall(pool,
				pool.client(clientId).orElseThrow(() -> Refusals.clientNotFound(clientId)));
		UserContext.check(call.client, request);
		return call;
	}

	/**
	 * A call of an IAM operation, which names the pool as well.
	 */
	static ClientCall ofPool(UserPools pools, Request request) {
		String clientId = request.required("ClientId");
		UserPool pool = pools.require(request.required("UserPoolId"));
		return new ClientCall(pool, pool.client(clientId).orElseThrow(() -> Refusals.clientNotFound(clientId)));
	}

	/**
	 * A call with a {@code Username} and, if the client has a secret, the hash over it.
	 */
	static ClientCall withSecretHash(UserPools pools, Request request) {
		ClientCall call = of(pools, request);
		SecretHash.check(call.client, request.required("Username"), request.optional("SecretHash"));
		return call;
	}

	boolean hidesUnknownUsers() {
		return this.client.settings().preventUserExistenceErrors();
	}

	/**
	 * Counts an attempt for the user of this name, or for the name of nobody, so that
	 * both look alike.
	 */
	void count(AttemptLimits limits, AttemptLimit limit, String username) {
		String account = this.pool.users()
			.find(username)
			.map(User::sub)
			.orElseGet(() -> this.pool.settings().names().key(username));
		limits.count(limit, this.pool.id() + "/" + account);
	}

}
