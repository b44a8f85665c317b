package io.cognitex.embedded.internal.operation;

import java.util.Optional;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Shapes;
import io.cognitex.embedded.internal.model.Timestamps;
import io.cognitex.embedded.internal.model.Type.StringType;
import io.cognitex.embedded.internal.pool.Device;
import io.cognitex.embedded.internal.pool.DeviceConfiguration;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * What operations on devices share.
 */
final class DeviceShape {

	static final StringType STATUS = StringType.oneOf("remembered", "not_remembered");

	static final StringType NAME = StringType.of(1, 1024);

	static final StringType KEY = Shapes.DEVICE_KEY;

	private DeviceShape() {
	}

	static DeviceConfiguration requireTracking(UserPool pool) {
		DeviceConfiguration settings = pool.settings().deviceConfiguration();
		if (settings == null) {
			throw Refusals.devicesNotTracked();
		}
		return settings;
	}

	static Device require(UserPool pool, User user, String key) {
		requireTracking(pool);
		return Optional.ofNullable(user.devices().get(key)).orElseThrow(Refusals::deviceNotFound);
	}

	/**
	 * A device: {@code DeviceType}.
	 */
	static ObjectNode describe(Device device) {
		ObjectNode answer = Answers.empty().put("DeviceKey", device.key());
		ArrayNode attributes = answer.putArray("DeviceAttributes");
		attributes.addObject().put("Name", "device_status").put("Value", "valid");
		if (device.name() != null) {
			attributes.addObject().put("Name", "device_name").put("Value", device.name());
		}
		attributes.addObject()
			.put("Name", "dev:device_remembered_status")
			.put("Value", device.remembered() ? "remembered" : "not_remembered");
		return answer.put("DeviceCreateDate", Timestamps.seconds(device.createdAt()))
			.put("DeviceLastModifiedDate", Timestamps.seconds(device.modifiedAt()))
			.put("DeviceLastAuthenticatedDate", Timestamps.seconds(device.authenticatedAt()));
	}

}
