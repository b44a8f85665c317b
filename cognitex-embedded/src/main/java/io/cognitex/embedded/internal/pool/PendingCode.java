package io.cognitex.embedded.internal.pool;

import java.time.Instant;

/**
 * A code that has been sent and not yet been used.
 *
 * @param code the digits
 * @param attribute the attribute that it was sent to
 * @param expiresAt when it is no longer accepted
 */
public record PendingCode(String code, String attribute, Instant expiresAt) {

	@Override
	public String toString() {
		return "PendingCode[attribute=" + this.attribute + ", expiresAt=" + this.expiresAt + "]";
	}

}
