package io.cognitex.boot.security;

/**
 * Matches if a key is set for the cookie of a remembered device.
 */
final class OnRememberedDeviceKeysCondition extends OnKeysCondition {

	OnRememberedDeviceKeysCondition() {
		super("cognitex.login.remembered-device-keys", "Remembered devices");
	}

}
