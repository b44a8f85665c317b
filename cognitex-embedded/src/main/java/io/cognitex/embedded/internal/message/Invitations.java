package io.cognitex.embedded.internal.message;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.trigger.CustomMessageTrigger;
import io.cognitex.embedded.internal.trigger.CustomMessageTrigger.CustomMessage;

/**
 * Sends temporary passwords to users whom an administrator has created.
 */
public final class Invitations {

	private final Outbox outbox;

	private final Clock clock;

	public Invitations(Outbox outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Sends an invitation by each of some media for which the user has an address. The
	 * service's default medium is SMS; that it takes e-mail for a user without a phone
	 * number is a guess.
	 * @param pool the pool
	 * @param user the user
	 * @param temporaryPassword the password
	 * @param media {@code SMS}, {@code EMAIL}, both, or empty for the default
	 * @param context the call that sends it
	 */
	public void send(UserPool pool, User user, String temporaryPassword, Set<String> media, MessageContext context) {
		List<String> attributes = media.stream()
			.map((medium) -> "SMS".equals(medium) ? "phone_number" : "email")
			.toList();
		if (media.isEmpty()) {
			attributes = List.of((user.attribute("phone_number") != null) ? "phone_number" : "email");
		}
		for (String attribute : attributes) {
			String destination = user.attribute(attribute);
			if (destination != null && !destination.isEmpty()) {
				this.outbox.add(message(pool, user, attribute, destination, temporaryPassword, context));
			}
		}
	}

	private Message message(UserPool pool, User user, String attribute, String destination, String temporaryPassword,
			MessageContext context) {
		CustomMessage custom = CustomMessageTrigger.invitation(context.purpose().triggerSource(), pool, user,
				context.clientMetadata());
		String medium = Delivery.medium(attribute);
		// Who signs in by an address does not know the canonical name.
		String username = user.username().equals(user.sub()) ? destination : user.username();
		return new Message(pool.id(), user, context.purpose(), attribute, destination, temporaryPassword,
				custom.subject(medium), custom.text(medium, temporaryPassword, username), this.clock.instant());
	}

}
