package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.signin.FirstFactors;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class GetUserAuthFactors implements Operation {

	private final AccessTokens accessTokens;

	private final FirstFactors factors;

	GetUserAuthFactors(Services services) {
		this.accessTokens = services.accessTokens();
		this.factors = services.signIn().firstFactors();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		return Answers.authFactors(bearer.user(), this.factors.available(bearer.pool().settings(), bearer.user()));
	}

}
