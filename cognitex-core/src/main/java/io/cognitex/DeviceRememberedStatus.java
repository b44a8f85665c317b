package io.cognitex;

/**
 * Whether a device's owner wants it to be remembered.
 *
 * @see CognitoAccountManager#updateDeviceStatus
 */
public enum DeviceRememberedStatus {

	/** The device may stand for a second factor. */
	REMEMBERED,

	/** The device is known, and stands for nothing. */
	NOT_REMEMBERED

}
