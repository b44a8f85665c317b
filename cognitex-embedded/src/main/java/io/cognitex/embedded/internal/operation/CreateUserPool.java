package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.UserPoolReader;
import io.cognitex.embedded.internal.configuration.UserPoolShape;
import io.cognitex.embedded.internal.configuration.UserPoolWriter;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Creates a pool. Members that only decide about texts, senders, tags, tier and
 * encryption are kept to be described. What would have to run elsewhere is refused:
 * {@code LambdaConfig}, links instead of codes, {@code AdvancedSecurityMode} ENFORCED,
 * and the newer issuer.
 */
@Partly("`LambdaConfig`, links instead of codes and the newer issuer are refused")
final class CreateUserPool implements Operation {

	private final UserPools pools;

	CreateUserPool(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return UserPoolShape.create();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.create(UserPoolReader.create(request));
		ObjectNode answer = Answers.empty();
		answer.set("UserPool", UserPoolWriter.write(pool));
		return answer;
	}

}
