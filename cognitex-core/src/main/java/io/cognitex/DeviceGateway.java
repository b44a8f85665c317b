package io.cognitex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListDevicesResponse;

/**
 * The calls with which signed-in users manage their devices.
 */
final class DeviceGateway {

	private final CognitoCalls cognito;

	DeviceGateway(CognitoCalls cognito) {
		this.cognito = cognito;
	}

	/**
	 * Makes a device known.
	 * @return whether the user has to say that it is to be remembered
	 */
	boolean confirmDevice(String accessToken, String deviceKey, String passwordVerifier, String salt,
			@Nullable String deviceName) {
		return Boolean.TRUE.equals(this.cognito
			.call((client) -> client.confirmDevice((request) -> request.accessToken(accessToken)
				.deviceKey(deviceKey)
				.deviceName(deviceName)
				.deviceSecretVerifierConfig((config) -> config.passwordVerifier(passwordVerifier).salt(salt))))
			.userConfirmationNecessary());
	}

	void updateDeviceStatus(String accessToken, String deviceKey, DeviceRememberedStatus status) {
		this.cognito.call((client) -> client.updateDeviceStatus((request) -> request.accessToken(accessToken)
			.deviceKey(deviceKey)
			.deviceRememberedStatus(switch (status) {
				case REMEMBERED -> "remembered";
				case NOT_REMEMBERED -> "not_remembered";
			})));
	}

	void forgetDevice(String accessToken, String deviceKey) {
		this.cognito
			.call((client) -> client.forgetDevice((request) -> request.accessToken(accessToken).deviceKey(deviceKey)));
	}

	List<CognitoDevice> listDevices(String accessToken) {
		List<CognitoDevice> devices = new ArrayList<>();
		String paginationToken = null;
		do {
			ListDevicesResponse page = listDevices(accessToken, paginationToken);
			page.devices().stream().map(DeviceGateway::device).forEach(devices::add);
			paginationToken = page.paginationToken();
		}
		while (paginationToken != null);
		return List.copyOf(devices);
	}

	private ListDevicesResponse listDevices(String accessToken, @Nullable String paginationToken) {
		return this.cognito.call((client) -> client
			.listDevices((request) -> request.accessToken(accessToken).paginationToken(paginationToken)));
	}

	private static CognitoDevice device(DeviceType device) {
		return new CognitoDevice(BrokenAnswer.require(device.deviceKey(), "DeviceKey"),
				device.deviceAttributes()
					.stream()
					.filter((attribute) -> attribute.name() != null && attribute.value() != null)
					.collect(Collectors.toMap(AttributeType::name, AttributeType::value, (first, second) -> second)),
				device.deviceCreateDate(), device.deviceLastModifiedDate(), device.deviceLastAuthenticatedDate());
	}

}
