package io.cognitex.embedded.internal.message;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPools;

/**
 * A message with a code.
 *
 * @param userPoolId the pool
 * @param recipient the user as of then
 * @param purpose why it was sent
 * @param attribute the attribute that the address comes from
 * @param destination the address
 * @param code the code
 * @param subject the subject of the mail, if a trigger gave one
 * @param text the text with the code, if a trigger gave one
 * @param sentAt when it was sent
 */
public record Message(String userPoolId, User recipient, MessagePurpose purpose, String attribute, String destination,
		String code, @Nullable String subject, @Nullable String text, Instant sentAt) {

	/**
	 * How it was sent.
	 * @return {@code EMAIL} or {@code SMS}
	 */
	public String medium() {
		return Delivery.medium(this.attribute);
	}

	/**
	 * Whether a name is the recipient's: a name that signs in now, or username,
	 * {@code sub} or address as of then.
	 * @param name the name
	 * @param pools the pools
	 * @return whether it is
	 */
	public boolean isTo(String name, UserPools pools) {
		return Stream.of(this.recipient.sub(), this.recipient.username(), this.destination)
			.anyMatch(name::equalsIgnoreCase)
				|| pools.find(this.userPoolId)
					.flatMap((pool) -> pool.users().find(name))
					.filter((user) -> user.sub().equals(this.recipient.sub()))
					.isPresent();
	}

	@Override
	public String toString() {
		return "Message[purpose=" + this.purpose + ", sentAt=" + this.sentAt + "]";
	}

}
