package io.cognitex.embedded.internal.operation;

import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Type.StructureType;
import io.cognitex.embedded.internal.pool.UserPools;

import static io.cognitex.embedded.internal.model.Member.optional;

final class AdminListDevices implements Operation {

	private final UserPools pools;

	private final DeviceActions devices;

	AdminListDevices(Services services) {
		this.pools = services.pools();
		this.devices = new DeviceActions(services);
	}

	@Override
	public StructureType input() {
		return PoolUserShape.with(optional("Limit", Shapes.LIMIT),
				optional("PaginationToken", Shapes.PAGINATION_TOKEN));
	}

	@Override
	public ObjectNode perform(Request request) {
		UserCall call = UserCall.of(this.pools, request);
		return this.devices.list(call.pool(), call.user(), request);
	}

}
