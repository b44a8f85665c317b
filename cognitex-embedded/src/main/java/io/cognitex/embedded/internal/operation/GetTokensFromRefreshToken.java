package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPools;
import io.cognitex.embedded.internal.token.RefreshToken;
import io.cognitex.embedded.internal.token.TokenRefresh;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class GetTokensFromRefreshToken implements Operation {

	private final UserPools pools;

	private final TokenRefresh tokenRefresh;

	GetTokensFromRefreshToken(Services services) {
		this.pools = services.pools();
		this.tokenRefresh = services.tokenRefresh();
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("RefreshToken", Shapes.TOKEN), required("ClientId", Shapes.CLIENT_ID),
				optional("ClientSecret", Shapes.CLIENT_SECRET), optional("DeviceKey", Shapes.DEVICE_KEY),
				optional("ClientMetadata", Shapes.STRING_MAP));
	}

	@Override
	public ObjectNode perform(Request request) {
		ClientCall call = ClientCall.of(this.pools, request);
		if (!call.client().hasSecret(request.optional("ClientSecret"))) {
			throw Refusals.clientSecretWrong(call.client().id());
		}
		String token = request.required("RefreshToken");
		RefreshToken refreshToken = this.tokenRefresh.require(token, call.pool(), call.client());
		User user = this.tokenRefresh.user(refreshToken, call.pool());
		ObjectNode answer = Answers.empty();
		answer.set("AuthenticationResult", Answers.tokens(this.tokenRefresh.refresh(token, refreshToken, call.pool(),
				call.client(), user, request.optional("DeviceKey"), request.map("ClientMetadata"))));
		return answer;
	}

}
