package io.cognitex;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A device from which a user has signed in.
 *
 * @param deviceKey Cognito's name of the device
 * @param attributes name to value, such as {@code device_name} and {@code device_status}
 * @param createdAt when it was seen first
 * @param lastModifiedAt when it was changed last
 * @param lastAuthenticatedAt when it signed in last
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeviceType.html">DeviceType</a>
 */
public record CognitoDevice(String deviceKey, Map<String, String> attributes, @Nullable Instant createdAt,
		@Nullable Instant lastModifiedAt, @Nullable Instant lastAuthenticatedAt) {

	public CognitoDevice {
		attributes = Map.copyOf(attributes);
	}

}
