package io.cognitex.embedded.internal.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.srp.SrpPassword;

/**
 * A user in the making, or about to change. Nobody sees a draft but the operation that
 * writes it; {@link Users} turns it into a {@link User}.
 */
public final class UserDraft {

	private static final int GROUPS = 100;

	private final String sub;

	private final String username;

	private final Instant createdAt;

	private final Map<String, String> attributes = new LinkedHashMap<>();

	private final Map<String, String> pendingAttributes = new LinkedHashMap<>();

	private final Set<String> groups = new LinkedHashSet<>();

	private final Map<String, Device> devices = new LinkedHashMap<>();

	private final Map<String, Passkey> passkeys = new LinkedHashMap<>();

	private final Map<CodePurpose, PendingCode> codes = new EnumMap<>(CodePurpose.class);

	private UserStatus status = UserStatus.UNCONFIRMED;

	private boolean enabled = true;

	private @Nullable SrpPassword password;

	private final List<SrpPassword> formerPasswords = new ArrayList<>();

	private @Nullable Instant temporaryPasswordUntil;

	private UserMfa mfa = UserMfa.NONE;

	private int signOuts;

	/**
	 * A new, unconfirmed user.
	 * @param sub the identifier that never changes
	 * @param username the canonical name
	 * @param createdAt when it is made
	 */
	public UserDraft(String sub, String username, Instant createdAt) {
		this.sub = sub;
		this.username = username;
		this.createdAt = createdAt;
	}

	UserDraft(User user) {
		this(user.sub(), user.username(), user.createdAt());
		this.attributes.putAll(user.attributes());
		this.pendingAttributes.putAll(user.pendingAttributes());
		this.groups.addAll(user.groups());
		this.devices.putAll(user.devices());
		this.passkeys.putAll(user.passkeys());
		this.codes.putAll(user.codes());
		this.status = user.status();
		this.enabled = user.enabled();
		this.password = user.password();
		this.formerPasswords.addAll(user.formerPasswords());
		this.temporaryPasswordUntil = user.temporaryPasswordUntil();
		this.mfa = user.mfa();
		this.signOuts = user.signOuts();
	}

	User at(Instant modifiedAt) {
		return new User(this.sub, this.username, this.status, this.enabled, this.attributes, this.pendingAttributes,
				this.groups, this.password, this.formerPasswords, this.temporaryPasswordUntil, this.mfa, this.devices,
				this.passkeys, this.codes, this.signOuts, this.createdAt, modifiedAt);
	}

	public String sub() {
		return this.sub;
	}

	public String username() {
		return this.username;
	}

	public Map<String, String> attributes() {
		return this.attributes;
	}

	public Map<String, String> pendingAttributes() {
		return this.pendingAttributes;
	}

	public Set<String> groups() {
		return this.groups;
	}

	/**
	 * Joins a group.
	 * @param name the group's name
	 * @throws io.cognitex.embedded.internal.error.Refusal if the user is in too many
	 */
	public void join(String name) {
		this.groups.add(name);
		if (this.groups.size() > GROUPS) {
			throw Refusals.tooManyGroupsOfUser();
		}
	}

	public Map<String, Passkey> passkeys() {
		return this.passkeys;
	}

	public Map<String, Device> devices() {
		return this.devices;
	}

	public Map<CodePurpose, PendingCode> codes() {
		return this.codes;
	}

	public UserStatus status() {
		return this.status;
	}

	public void status(UserStatus status) {
		this.status = status;
	}

	public void enabled(boolean enabled) {
		this.enabled = enabled;
	}

	public void password(SrpPassword password) {
		rememberPassword();
		this.password = password;
		this.temporaryPasswordUntil = null;
	}

	private void rememberPassword() {
		// Temporary passwords may be used again.
		if (this.password != null && this.temporaryPasswordUntil == null) {
			this.formerPasswords.add(0, this.password);
		}
		if (this.formerPasswords.size() > PasswordPolicy.LONGEST_HISTORY) {
			this.formerPasswords.remove(PasswordPolicy.LONGEST_HISTORY);
		}
	}

	/**
	 * Sets a password that only leads to {@code NEW_PASSWORD_REQUIRED}.
	 * @param password the password
	 * @param until when it expires
	 */
	public void temporaryPassword(SrpPassword password, Instant until) {
		password(password);
		this.temporaryPasswordUntil = until;
		this.status = UserStatus.FORCE_CHANGE_PASSWORD;
	}

	public UserMfa mfa() {
		return this.mfa;
	}

	public void mfa(UserMfa mfa) {
		this.mfa = mfa;
	}

	/**
	 * Ends every session of the user: tokens of earlier sign-ins are revoked.
	 */
	public void signOut() {
		this.signOuts++;
	}

}
