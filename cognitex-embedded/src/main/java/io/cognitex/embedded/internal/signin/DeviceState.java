package io.cognitex.embedded.internal.signin;

import io.cognitex.embedded.internal.session.SessionDetail;

/**
 * What the device challenges remember.
 *
 * @param deviceKey the device that is asked
 */
record DeviceState(String deviceKey) implements SessionDetail {
}
