package io.cognitex.embedded.internal.operation;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.paging.Page;
import io.cognitex.embedded.internal.paging.Pages;
import io.cognitex.embedded.internal.pool.Device;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * What users do with their devices and administrators with those of others.
 */
final class DeviceActions {

	private final Pages pages;

	private final Clock clock;

	DeviceActions(Services services) {
		this.pages = services.pages();
		this.clock = services.clock();
	}

	ObjectNode get(UserPool pool, User user, Request request) {
		ObjectNode answer = Answers.empty();
		answer.set("Device", DeviceShape.describe(DeviceShape.require(pool, user, request.required("DeviceKey"))));
		return answer;
	}

	ObjectNode list(UserPool pool, User user, Request request) {
		DeviceShape.requireTracking(pool);
		Page<Device> page = this.pages.cut("ListDevices/" + pool.id() + "/" + user.sub(), user.devices().values(),
				Device::key, request.integer("Limit", 0), request.optional("PaginationToken"));
		return PageAnswer.of(page, "Devices", DeviceShape::describe, "PaginationToken");
	}

	void forget(UserPool pool, User user, Request request) {
		Device device = DeviceShape.require(pool, user, request.required("DeviceKey"));
		pool.users().change(user.sub(), (draft) -> draft.devices().remove(device.key()));
	}

	void updateStatus(UserPool pool, User user, Request request) {
		Device device = DeviceShape.require(pool, user, request.required("DeviceKey"));
		@Nullable String status = request.optional("DeviceRememberedStatus");
		if (status != null) {
			pool.users()
				.change(user.sub(), (draft) -> draft.devices()
					.computeIfPresent(device.key(),
							(key, known) -> known.remembered("remembered".equals(status), this.clock.instant())));
		}
	}

}
