package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.token.AccessTokens;
import io.cognitex.embedded.internal.token.AccessTokens.Bearer;

import static io.cognitex.embedded.internal.model.Member.required;

final class ForgetDevice implements Operation {

	private final AccessTokens accessTokens;

	private final DeviceActions devices;

	ForgetDevice(Services services) {
		this.accessTokens = services.accessTokens();
		this.devices = new DeviceActions(services);
	}

	@Override
	public StructureType input() {
		return StructureType.of(required("AccessToken", Shapes.TOKEN), required("DeviceKey", DeviceShape.KEY));
	}

	@Override
	public JsonNode perform(Request request) {
		Bearer bearer = this.accessTokens.bearer(request.required("AccessToken"));
		this.devices.forget(bearer.pool(), bearer.user(), request);
		return Answers.noBody();
	}

}
