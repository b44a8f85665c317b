package io.cognitex.embedded.internal.pool;

/**
 * How a pool keeps track of the devices that users sign in with.
 *
 * @param challengeRequiredOnNewDevice whether a second factor is asked for on devices
 * that are not remembered, and only there
 * @param deviceOnlyRememberedOnUserPrompt whether users are asked before a device is
 * remembered
 */
public record DeviceConfiguration(boolean challengeRequiredOnNewDevice, boolean deviceOnlyRememberedOnUserPrompt) {
}
