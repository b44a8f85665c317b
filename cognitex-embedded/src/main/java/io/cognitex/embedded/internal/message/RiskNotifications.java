package io.cognitex.embedded.internal.message;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.AuthEvent;
import io.cognitex.embedded.internal.pool.Risk;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Mails users about sign-ins that look risky, and asks whether it was them. The links in
 * the service's mails hold what {@code UpdateAuthEventFeedback} takes; here the text of
 * the message is that alone. The service mails only if a risk configuration says so.
 */
public final class RiskNotifications {

	private final Outbox outbox;

	public RiskNotifications(Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * Sends a mail about an event, if it is a risk and the user has an address.
	 * @param pool the pool
	 * @param user the user
	 * @param event the event, if the pool records events
	 */
	public void send(UserPool pool, User user, @Nullable AuthEvent event) {
		String email = user.attribute("email");
		if (event == null || event.risk() == Risk.NO_RISK || email == null) {
			return;
		}
		String text = "UserPoolId=%s&Username=%s&EventId=%s&FeedbackToken=%s".formatted(pool.id(), user.username(),
				event.id(), event.feedbackToken());
		this.outbox.add(new Message(pool.id(), user, MessagePurpose.RISK_NOTIFICATION, "email", email,
				event.feedbackToken(), null, text, event.createdAt()));
	}

}
