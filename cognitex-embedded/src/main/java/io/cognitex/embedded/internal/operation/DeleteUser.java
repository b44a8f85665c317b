package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class DeleteUser implements Operation {

	private final AccessTokens accessTokens;

	DeleteUser(Services services) {
		this.accessTokens = services.accessTokens();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN));
	}

	@Override
	public JsonNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		bearer.pool().removeUser(bearer.user());
		return Answers.noBody();
	}

}
