package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.srp.SrpPassword;

/**
 * A user whom a pool has from the beginning. Unless the attributes say otherwise, e-mail
 * address and phone number are verified, but not those of an unconfirmed user.
 *
 * @param username what the user would sign up with
 * @param password the password, if there is one
 * @param attributes the attributes
 * @param groups the groups, which are made if they are missing
 * @param status the state of the account
 * @param enabled whether it may sign in at all
 * @param mfa the second factors
 */
public record InitialUser(String username, @Nullable String password, Map<String, String> attributes,
		Set<String> groups, UserStatus status, boolean enabled, UserMfa mfa) {

	/**
	 * Adds the user by the pool's rules.
	 * @param pool the pool
	 * @param clock the clock
	 * @throws io.cognitex.embedded.internal.error.Refusal if the pool would not take such
	 * a user
	 */
	public void addTo(UserPool pool, Clock clock) {
		PoolSettings settings = pool.settings();
		Map<String, String> attributes = new LinkedHashMap<>(this.attributes);
		if (attributes.containsKey("sub")) {
			throw Refusals.nonMutableAttribute("sub");
		}
		String nameAttribute = settings.names().attributeFor(this.username);
		boolean plain = "username".equals(nameAttribute);
		if (!plain) {
			attributes.put(nameAttribute, this.username);
		}
		settings.schema().checkValues(attributes);
		String sub = UUID.randomUUID().toString();
		UserDraft draft = new UserDraft(sub, plain ? this.username : sub, clock.instant());
		draft.attributes().putAll(attributes);
		checkFactors(attributes);
		verify(draft.attributes(), "email");
		verify(draft.attributes(), "phone_number");
		this.groups.forEach(draft::join);
		draft.enabled(this.enabled);
		draft.mfa(this.mfa);
		if (this.password != null) {
			settings.passwordPolicy().check(this.password);
			setPassword(pool, draft, SrpPassword.of(pool.name(), draft.username(), this.password), clock);
		}
		draft.status(this.status);
		pool.users().add(draft);
		this.groups.forEach((name) -> pool.groups()
			.addIfMissing(new Group(name, null, null, null, clock.instant(), clock.instant())));
	}

	private void checkFactors(Map<String, String> attributes) {
		for (MfaFactor factor : this.mfa.enabled()) {
			if (factor.attribute() != null && !attributes.containsKey(factor.attribute())) {
				throw Refusals.noDeliveryConfig(factor.name());
			}
		}
	}

	private void setPassword(UserPool pool, UserDraft draft, SrpPassword kept, Clock clock) {
		if (this.status == UserStatus.FORCE_CHANGE_PASSWORD) {
			draft.temporaryPassword(kept, TemporaryPasswords.expiry(pool, clock));
		}
		else {
			draft.password(kept);
		}
	}

	private void verify(Map<String, String> attributes, String name) {
		if (attributes.containsKey(name)) {
			attributes.putIfAbsent(name + "_verified", Boolean.toString(this.status != UserStatus.UNCONFIRMED));
		}
	}

	@Override
	public String toString() {
		return "InitialUser[username=" + this.username + ", status=" + this.status + ", enabled=" + this.enabled + "]";
	}

}
