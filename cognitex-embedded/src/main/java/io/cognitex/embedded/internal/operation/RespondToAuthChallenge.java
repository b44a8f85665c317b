package io.cognitex.embedded.internal.operation;

import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.signin.AuthRequest;
import io.cognitex.embedded.internal.signin.Challenges;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class RespondToAuthChallenge implements Operation {

	private final UserPools pools;

	private final Challenges challenges;

	RespondToAuthChallenge(Services services) {
		this.pools = services.pools();
		this.challenges = services.signIn().challenges();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("ClientId", Shapes.CLIENT_ID),
				required("ChallengeName", Shapes.CHALLENGE_NAME), optional("Session", Shapes.SESSION),
				optional("ChallengeResponses", Shapes.SECRET_MAP),
				optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA),
				optional("UserContextData", Shapes.USER_CONTEXT_DATA), optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.of(this.pools, request);
		AuthRequest auth = new AuthRequest(call.pool(), call.client(), request.map("ChallengeResponses"),
				request.optional("Session"), Map.of(), request.map("ClientMetadata"));
		return Answers.step(this.challenges.answer(request.required("ChallengeName"), auth));
	}

}
