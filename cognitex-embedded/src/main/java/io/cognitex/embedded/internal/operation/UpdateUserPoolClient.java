package io.cognitex.embedded.internal.operation;

import java.time.Clock;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.UserPoolClientReader;
import io.cognitex.embedded.internal.configuration.UserPoolClientShape;
import io.cognitex.embedded.internal.configuration.UserPoolClientWriter;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.ClientSettings;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Gives an app client new settings: what is not said goes back to the default.
 */
@Partly("there are no identity providers but `COGNITO`; what concerns hosted pages is only kept")
final class UpdateUserPoolClient implements Operation {

	private final UserPools pools;

	private final Clock clock;

	UpdateUserPoolClient(Services services) {
		this.pools = services.pools();
		this.clock = services.clock();
	}

	@Override
	public StructureType input() {
		return UserPoolClientShape.update();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		AppClient client = pool.requireClient(request.required("ClientId"));
		ClientSettings settings = UserPoolClientReader.read(request, pool);
		String name = request.optional("ClientName");
		AppClient changed = pool.changeClient(client.id(),
				(newest) -> newest.with((name != null) ? name : newest.name(), settings, this.clock.instant()));
		ObjectNode answer = Answers.empty();
		answer.set("UserPoolClient", UserPoolClientWriter.write(pool, changed));
		return answer;
	}

}
