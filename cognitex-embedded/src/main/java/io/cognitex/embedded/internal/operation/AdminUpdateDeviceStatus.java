package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;
import static io.cognitex.embedded.internal.model.Member.required;

final class AdminUpdateDeviceStatus implements Operation {

	private final UserPools pools;

	private final DeviceActions devices;

	AdminUpdateDeviceStatus(Services services) {
		this.pools = services.pools();
		this.devices = new DeviceActions(services);
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(required("DeviceKey", DeviceShape.KEY),
				optional("DeviceRememberedStatus", DeviceShape.STATUS));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		this.devices.updateStatus(call.pool(), call.user(), request);
		return Answers.empty();
	}

}
