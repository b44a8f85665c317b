package io.cognitex;

/**
 * A device that was made known to Cognito.
 *
 * @param device what the device's owner keeps, to sign in with
 * @param userConfirmationNecessary whether the pool remembers devices only if their owner
 * wants it, which {@link CognitoAccountManager#updateDeviceStatus} tells it
 */
public record ConfirmedDevice(RememberedDevice device, boolean userConfirmationNecessary) {

}
