package io.cognitex;

import io.cognitex.srp.SrpIdentity;
import io.cognitex.srp.SrpVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a device a secret, and Cognito what verifies it.
 */
final class DeviceConfirmation {

	private final DeviceGateway gateway;

	DeviceConfirmation(DeviceGateway gateway) {
		this.gateway = gateway;
	}

	ConfirmedDevice confirm(String accessToken, NewDevice newDevice, @Nullable String deviceName) {
		RememberedDevice device = new RememberedDevice(newDevice.deviceKey(), newDevice.deviceGroupKey(),
				SrpVerifier.newDeviceSecret());
		SrpVerifier verifier = SrpVerifier
			.of(SrpIdentity.ofDevice(device.deviceGroupKey(), device.deviceKey(), device.deviceSecret()));
		boolean userConfirmationNecessary = this.gateway.confirmDevice(accessToken, device.deviceKey(),
				verifier.passwordVerifier(), verifier.salt(), deviceName);
		return new ConfirmedDevice(device, userConfirmationNecessary);
	}

}
