package io.cognitex.embedded.internal.operation;

import java.time.Clock;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.ClientSecret;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

/**
 * Gives an app client a second secret; both count until one is deleted. A secret that the
 * caller has chosen is not repeated in the answer.
 */
final class AddUserPoolClientSecret implements Operation {

	private final UserPools pools;

	private final Clock clock;

	AddUserPoolClientSecret(Services services) {
		this.pools = services.pools();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), required("ClientId", Shapes.CLIENT_ID),
				optional("ClientSecret", Shapes.CLIENT_SECRET));
	}

	@Override
	public ObjectNode perform(Request request) {
		String given = request.optional("ClientSecret");
		String value = (given != null) ? given : Identifiers.clientSecret();
		AppClient client = this.pools.require(request.required("UserPoolId"))
			.changeClient(request.required("ClientId"), (newest) -> newest.withSecret(value, this.clock.instant()));
		ClientSecret secret = client.secrets().get(client.secrets().size() - 1);
		ObjectNode answer = Answers.empty();
		ObjectNode descriptor = ClientSecretAnswer.of(secret);
		if (given == null) {
			descriptor.put("ClientSecretValue", value);
		}
		answer.set("ClientSecretDescriptor", descriptor);
		return answer;
	}

}
