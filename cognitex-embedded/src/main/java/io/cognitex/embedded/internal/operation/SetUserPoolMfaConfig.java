package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.MfaConfiguration;
import io.cognitex.embedded.internal.configuration.MfaShape;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Sets when a pool asks for which second factor. Messages and senders are kept and
 * described, but nothing is written into a message.
 */
final class SetUserPoolMfaConfig implements Operation {

	private final UserPools pools;

	SetUserPoolMfaConfig(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return MfaShape.set();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		pool.change((before) -> MfaConfiguration.set(request, before));
		return MfaConfiguration.describe(pool.settings());
	}

}
