package io.cognitex.embedded.internal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cognitex.embedded.internal.message.Codes;
import io.cognitex.embedded.internal.message.Delivery;
import io.cognitex.embedded.internal.message.MessageContext;
import io.cognitex.embedded.internal.pool.CodePurpose;
import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.Schema;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserDraft;
import io.cognitex.embedded.internal.pool.UserPool;

/**
 * Changes attributes; an empty value deletes one. A new e-mail address or phone number is
 * not verified, unless the change says so, and a code goes to it if the pool verifies it
 * automatically. In pools that verify before they update, the old one stays until then.
 */
final class AttributeUpdate {

	private static final Set<String> VERIFIABLE = Set.of("email", "phone_number");

	private final Codes codes;

	AttributeUpdate(Codes codes) {
		this.codes = codes;
	}

	/**
	 * Changes a user.
	 * @param attributes attributes that the caller may set, with their new values
	 * @param context the call that changes them
	 * @return the codes that were sent
	 */
	List<Delivery> apply(UserPool pool, User user, Map<String, String> attributes, MessageContext context) {
		PoolSettings settings = pool.settings();
		settings.schema().checkValues(attributes);
		settings.schema().checkMutable(attributes.keySet());
		List<String> changed = new ArrayList<>();
		User after = pool.users().change(user.sub(), (draft) -> {
			changed.clear();
			attributes.forEach((name, value) -> {
				if (!value.equals(draft.attributes().getOrDefault(name, ""))) {
					set(settings, draft, name, value, isVerified(attributes, name));
					changed.add(name);
				}
				else if (draft.pendingAttributes().remove(name) != null) {
					// The user wants the old value after all.
					draft.codes().remove(CodePurpose.verifying(name));
				}
			});
		});
		List<Delivery> deliveries = new ArrayList<>();
		for (String name : changed) {
			boolean waits = after.pendingAttributes().containsKey(name) || after.attribute(name) != null;
			if (waits && !isVerified(attributes, name) && settings.autoVerifiedAttributes().contains(name)) {
				deliveries.add(this.codes.send(pool, after, name, CodePurpose.verifying(name), context));
			}
		}
		return deliveries;
	}

	private static boolean isVerified(Map<String, String> attributes, String name) {
		return "true".equalsIgnoreCase(attributes.get(name + "_verified"));
	}

	private static void set(PoolSettings settings, UserDraft draft, String name, String value, boolean verified) {
		if (value.isEmpty()) {
			remove(draft, name);
			return;
		}
		if (VERIFIABLE.contains(name)) {
			draft.codes().remove(CodePurpose.verifying(name));
			draft.pendingAttributes().remove(name);
		}
		if (settings.verifiedBeforeUpdate().contains(name) && !verified) {
			draft.pendingAttributes().put(name, value);
			return;
		}
		draft.attributes().put(name, Schema.isVerificationState(name) ? value.toLowerCase(Locale.ROOT) : value);
		if (VERIFIABLE.contains(name)) {
			draft.attributes().put(name + "_verified", Boolean.toString(verified));
		}
	}

	/**
	 * Removes an attribute with all that belongs to it.
	 */
	static void remove(UserDraft draft, String name) {
		draft.attributes().remove(name);
		if (VERIFIABLE.contains(name)) {
			draft.attributes().remove(name + "_verified");
			draft.codes().remove(CodePurpose.verifying(name));
			draft.pendingAttributes().remove(name);
		}
	}

}
