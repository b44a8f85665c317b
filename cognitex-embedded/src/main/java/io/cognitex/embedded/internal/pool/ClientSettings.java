package io.cognitex.embedded.internal.pool;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an app client was created with.
 *
 * @param explicitAuthFlows the flows that are switched on, such as
 * {@code ALLOW_USER_SRP_AUTH}
 * @param preventUserExistenceErrors whether answers hide that a user does not exist
 * ({@code ENABLED}) or not ({@code LEGACY})
 * @param accessTokenValidity how long access tokens are valid
 * @param idTokenValidity how long ID tokens are valid
 * @param refreshTokenValidity how long refresh tokens are valid
 * @param authSessionValidity how long a challenge can be answered
 * @param enableTokenRevocation whether tokens can be revoked one by one
 * @param rotationGracePeriod how long a rotated refresh token may be used again;
 * {@code null} if refresh tokens are not rotated
 * @param readAttributes the attributes that the client sees; {@code null} for all
 * @param writeAttributes the attributes that the client may set; {@code null} for all but
 * the verification states
 */
public record ClientSettings(Set<String> explicitAuthFlows, boolean preventUserExistenceErrors,
		Duration accessTokenValidity, Duration idTokenValidity, Duration refreshTokenValidity,
		Duration authSessionValidity, boolean enableTokenRevocation, @Nullable Duration rotationGracePeriod,
		@Nullable Set<String> readAttributes, @Nullable Set<String> writeAttributes) {

	/**
	 * Whether the client sees an attribute.
	 * @param attribute the name
	 * @return whether it does
	 */
	public boolean canRead(String attribute) {
		return this.readAttributes == null || this.readAttributes.contains(attribute);
	}

	/**
	 * Whether the client may set an attribute. Required attributes always may be set.
	 * @param attribute the name
	 * @param schema the pool's schema
	 * @return whether it may
	 */
	public boolean canWrite(String attribute, Schema schema) {
		if (schema.required().contains(attribute)) {
			return true;
		}
		return (this.writeAttributes != null) ? this.writeAttributes.contains(attribute)
				: !Schema.isVerificationState(attribute);
	}

}
