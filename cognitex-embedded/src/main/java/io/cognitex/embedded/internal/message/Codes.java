package io.cognitex.embedded.internal.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.Identifiers;
import io.cognitex.embedded.internal.pool.PendingCode;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.trigger.CustomMessageTrigger;
import io.cognitex.embedded.internal.trigger.CustomMessageTrigger.CustomMessage;

/**
 * Sends codes and takes them back. A code dies when it is used, when it expires, and when
 * a newer one for the same purpose is sent.
 */
public final class Codes {

	private final Outbox outbox;

	private final Clock clock;

	public Codes(Outbox outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Sends a code. If the custom message trigger refuses, the last code stays good.
	 * @param pool the pool
	 * @param user the recipient
	 * @param attribute the attribute that the address comes from
	 * @param codePurpose what the code is good for
	 * @param context the call that sends it
	 * @return what the caller may know of it
	 */
	public Delivery send(UserPool pool, User user, String attribute, CodePurpose codePurpose, MessageContext context) {
		CustomMessage custom = ask(pool, user, context);
		Instant now = this.clock.instant();
		String code = Identifiers.code();
		User recipient = pool.users().change(user.sub(), (draft) -> {
			PendingCode last = draft.codes().get(codePurpose);
			Set<String> replaced = (last != null) ? last.dying() : Set.of();
			Instant expiresAt = now.plus(codePurpose.lifetime());
			draft.codes().put(codePurpose, new PendingCode(code, attribute, expiresAt, replaced));
		});
		String destination = address(recipient, attribute);
		return deliver(pool, recipient, context, attribute, destination, code, custom);
	}

	/**
	 * Sends a code that the session of a sign-in keeps.
	 * @param pool the pool
	 * @param user the recipient
	 * @param attribute the kind of address: {@code email} or {@code phone_number}
	 * @param address the address
	 * @param code the code
	 * @param context the call that sends it
	 * @return what the caller may know of it
	 */
	public Delivery sendForSession(UserPool pool, User user, String attribute, String address, String code,
			MessageContext context) {
		return deliver(pool, user, context, attribute, address, code, ask(pool, user, context));
	}

	/**
	 * Takes a code back; to be called while the user is changed, so that a code is used
	 * once.
	 * @param draft the user
	 * @param purpose what the code has to be good for
	 * @param code what was typed
	 * @return the code that was sent
	 * @throws io.cognitex.embedded.internal.error.Refusal if no code is waiting, or it
	 * has expired or died, or it is another one
	 */
	public PendingCode use(UserDraft draft, CodePurpose purpose, String code) {
		PendingCode pending = draft.codes().get(purpose);
		if (pending == null || !this.clock.instant().isBefore(pending.expiresAt())) {
			throw Refusals.codeExpired();
		}
		if (!MessageDigest.isEqual(bytes(pending.code()), bytes(code))) {
			throw pending.replaced().contains(code) ? Refusals.codeExpired() : Refusals.codeMismatch();
		}
		draft.codes().remove(purpose);
		return pending;
	}

	private Delivery deliver(UserPool pool, User user, MessageContext context, String attribute, String address,
			String code, CustomMessage custom) {
		Delivery delivery = Delivery.to(attribute, address);
		this.outbox.add(new Message(pool.id(), user, context.purpose(), attribute, address, code,
				custom.subject(delivery.medium()), custom.text(delivery.medium(), code, user.username()),
				this.clock.instant()));
		return delivery;
	}

	private static CustomMessage ask(UserPool pool, User user, MessageContext context) {
		return CustomMessageTrigger.code(context.purpose().triggerSource(), pool, context.clientId(), user,
				context.clientMetadata());
	}

	private static String address(User user, String attribute) {
		String pending = user.pendingAttributes().get(attribute);
		return (pending != null) ? pending : user.attributes().getOrDefault(attribute, "");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
