package io.cognitex.embedded.internal.operation;

import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.signin.AuthRequest;
import io.cognitex.embedded.internal.signin.Flows;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class AdminInitiateAuth implements Operation {

	private final UserPools pools;

	private final Flows flows;

	AdminInitiateAuth(Services services) {
		this.pools = services.pools();
		this.flows = services.signIn().flows();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("UserPoolId", Shapes.USER_POOL_ID), required("ClientId", Shapes.CLIENT_ID),
				required("AuthFlow", Shapes.AUTH_FLOW), optional("AuthParameters", Shapes.SECRET_MAP),
				optional("ClientMetadata", Shapes.STRING_MAP), optional("Session", Shapes.SESSION),
				optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA), optional("ContextData", Shapes.CONTEXT_DATA));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.ofPool(this.pools, request);
		AuthRequest auth = new AuthRequest(call.pool(), call.client(), request.map("AuthParameters"),
				request.optional("Session"), request.map("ClientMetadata"), Map.of());
		return Answers.step(this.flows.begin(request.required("AuthFlow"), true, auth));
	}

}
