package io.cognitex.embedded.internal.token;

import org.jspecify.annotations.Nullable;

/**
 * The device that a sign-in came from.
 *
 * @param key the device key
 * @param groupKey the device group key, if the device was new then
 */
public record LoginDevice(String key, @Nullable String groupKey) {
}
