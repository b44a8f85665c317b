package io.cognitex.embedded.internal.message;

import java.time.Instant;

import io.cognitex.embedded.internal.pool.User;

/**
 * A message with a code.
 *
 * @param userPoolId the pool
 * @param recipient the user as of then
 * @param purpose why it was sent
 * @param attribute the attribute that the address comes from
 * @param destination the address
 * @param code the code
 * @param sentAt when it was sent
 */
public record Message(String userPoolId, User recipient, MessagePurpose purpose, String attribute, String destination,
		String code, Instant sentAt) {

	@Override
	public String toString() {
		return "Message[purpose=" + this.purpose + ", sentAt=" + this.sentAt + "]";
	}

}
