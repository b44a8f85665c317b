package io.cognitex;

import java.io.Serial;
import java.io.Serializable;

/**
 * A device that Cognito offers to remember, because it has not seen it before.
 *
 * @param deviceKey Cognito's name of the device
 * @param deviceGroupKey the group that the device would belong to
 * @see CognitoAccountManager#confirmDevice
 */
public record NewDevice(String deviceKey, String deviceGroupKey) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

}
