package io.cognitex;

import java.io.Serial;
import java.io.Serializable;

/**
 * A device that Cognito remembers, as its owner keeps it: with the secret that proves it,
 * where the pool lets that stand for a second factor. Whoever has it has that factor, so
 * keep it like a password; {@link #toString()} does not show the secret.
 *
 * @param deviceKey Cognito's name of the device, such as
 * {@code us-east-1_a1b2c3d4-5678-90ab-cdef-111122223333}
 * @param deviceGroupKey as Cognito sent it
 * @param deviceSecret what was chosen when the device was confirmed
 * @see CognitoAccountManager#confirmDevice
 */
public record RememberedDevice(String deviceKey, String deviceGroupKey, String deviceSecret) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	@Override
	public String toString() {
		return "RememberedDevice[deviceKey=" + this.deviceKey + "]";
	}

}
