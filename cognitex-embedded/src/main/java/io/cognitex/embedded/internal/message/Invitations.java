package io.cognitex.embedded.internal.message;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

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
	 */
	public void send(UserPool pool, User user, String temporaryPassword, Set<String> media) {
		List<String> attributes = media.stream()
			.map((medium) -> "SMS".equals(medium) ? "phone_number" : "email")
			.toList();
		if (media.isEmpty()) {
			attributes = List.of((user.attribute("phone_number") != null) ? "phone_number" : "email");
		}
		for (String attribute : attributes) {
			String destination = user.attribute(attribute);
			if (destination != null && !destination.isEmpty()) {
				this.outbox.add(new Message(pool.id(), user, MessagePurpose.ADMIN_CREATE_USER, attribute, destination,
						temporaryPassword, this.clock.instant()));
			}
		}
	}

}
