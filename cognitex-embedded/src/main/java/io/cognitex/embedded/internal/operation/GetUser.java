package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class GetUser implements Operation {

	private final AccessTokens accessTokens;

	GetUser(Services services) {
		this.accessTokens = services.accessTokens();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		ObjectNode answer = Answers.empty().put("Username", bearer.user().username());
		answer.set("UserAttributes", Answers.attributes(bearer.user(), bearer.client().settings()::canRead));
		Answers.putMfaOptions(answer, bearer.user().mfa());
		Answers.putMfa(answer, bearer.user().mfa());
		return answer;
	}

}
