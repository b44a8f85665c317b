package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.passkey.PasskeyChallenges;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class StartWebAuthnRegistration implements Operation {

	private final AccessTokens accessTokens;

	private final PasskeyChallenges challenges;

	StartWebAuthnRegistration(Services services) {
		this.accessTokens = services.accessTokens();
		this.challenges = services.passkeyChallenges();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		ObjectNode answer = Answers.empty();
		answer.set("CredentialCreationOptions", PasskeyShape.requireRelyingParty(bearer.pool())
			.creationOptions(bearer.user(), this.challenges.begin(bearer.account(), bearer.client().id())));
		return answer;
	}

}
