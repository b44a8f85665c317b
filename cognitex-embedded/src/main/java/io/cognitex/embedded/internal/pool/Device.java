package io.cognitex.embedded.internal.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.srp.SrpPassword;

/**
 * A confirmed device of a user.
 *
 * @param key the device key, such as {@code us-east-1_} and a UUID
 * @param name what the client calls it, if anything
 * @param secret what is kept of the device's secret
 * @param remembered whether it is remembered
 * @param createdAt when it was confirmed
 * @param modifiedAt when it was last changed
 * @param authenticatedAt when it was last used to sign in
 */
public record Device(String key, @Nullable String name, SrpPassword secret, boolean remembered, Instant createdAt,
		Instant modifiedAt, Instant authenticatedAt) {

	/**
	 * The device after its status was set.
	 * @param remembered whether it is remembered
	 * @param now when
	 * @return the changed device
	 */
	public Device remembered(boolean remembered, Instant now) {
		return new Device(this.key, this.name, this.secret, remembered, this.createdAt, now, this.authenticatedAt);
	}

	/**
	 * The device after a sign-in.
	 * @param now when
	 * @return the changed device
	 */
	public Device authenticated(Instant now) {
		return new Device(this.key, this.name, this.secret, this.remembered, this.createdAt, this.modifiedAt, now);
	}

	@Override
	public String toString() {
		return "Device[key=" + this.key + ", remembered=" + this.remembered + "]";
	}

}
