package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.required;

final class AdminForgetDevice implements Operation {

	private final UserPools pools;

	private final DeviceActions devices;

	AdminForgetDevice(Services services) {
		this.pools = services.pools();
		this.devices = new DeviceActions(services);
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(required("DeviceKey", DeviceShape.KEY));
	}

	@Override
	public JsonNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		this.devices.forget(call.pool(), call.user(), request);
		return Answers.noBody();
	}

}
