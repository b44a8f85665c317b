package io.cognitex.embedded.internal.operation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.configuration.UserPoolClientReader;
import io.cognitex.embedded.internal.configuration.UserPoolClientShape;
import io.cognitex.embedded.internal.configuration.UserPoolClientWriter;
import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.AppClient;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * Creates an app client. What concerns the hosted pages, analytics and threat protection
 * is kept to be described; there are no identity providers but {@code COGNITO}.
 */
@Partly("there are no identity providers but `COGNITO`; what concerns hosted pages is only kept")
final class CreateUserPoolClient implements Operation {

	private final UserPools pools;

	CreateUserPoolClient(Services services) {
		this.pools = services.pools();
	}

	@Override
	public StructureType input() {
		return UserPoolClientShape.create();
	}

	@Override
	public ObjectNode perform(Request request) {
		UserPool pool = this.pools.require(request.required("UserPoolId"));
		AppClient client = pool.addClient(request.required("ClientName"), UserPoolClientReader.read(request, pool),
				secret(request));
		ObjectNode answer = Answers.empty();
		answer.set("UserPoolClient", UserPoolClientWriter.write(pool, client));
		return answer;
	}

	private static @Nullable String secret(Request request) {
		boolean generate = request.flag("GenerateSecret");
		if (generate && request.has("ClientSecret")) {
			throw Refusals.secretGivenAndGenerated();
		}
		return generate ? Identifiers.clientSecret() : request.optional("ClientSecret");
	}

}
