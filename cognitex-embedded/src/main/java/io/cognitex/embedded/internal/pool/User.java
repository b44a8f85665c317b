package io.cognitex.embedded.internal.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.srp.SrpPassword;

/**
 * An account as it is at one moment. A change makes a new value, which {@link Users} puts
 * in the place of the old one.
 *
 * @param sub the identifier that never changes
 * @param username the canonical name
 * @param status the state of the account
 * @param enabled whether it may sign in at all
 * @param attributes all attributes but {@code sub}, in the order in which they were set
 * @param pendingAttributes new values that wait to be verified
 * @param groups the names of the groups, in the order in which they were joined
 * @param password what is kept of the password, if there is one
 * @param formerPasswords earlier passwords, newest first
 * @param temporaryPasswordUntil when the password expires, if it is a temporary one
 * @param mfa the second factors
 * @param devices the confirmed devices by key
 * @param passkeys the passkeys by credential id
 * @param codes the codes that wait to be used
 * @param signOuts how often all sessions of the user were ended
 * @param createdAt when it was made
 * @param modifiedAt when it was last changed
 */
public record User(String sub, String username, UserStatus status, boolean enabled, Map<String, String> attributes,
		Map<String, String> pendingAttributes, Set<String> groups, @Nullable SrpPassword password,
		List<SrpPassword> formerPasswords, @Nullable Instant temporaryPasswordUntil, UserMfa mfa,
		Map<String, Device> devices, Map<String, Passkey> passkeys, Map<CodePurpose, PendingCode> codes, int signOuts,
		Instant createdAt, Instant modifiedAt) {

	public User {
		attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
		pendingAttributes = Map.copyOf(pendingAttributes);
		groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
		formerPasswords = List.copyOf(formerPasswords);
		codes = Map.copyOf(codes);
		devices = Map.copyOf(devices);
		passkeys = Map.copyOf(passkeys);
	}

	/**
	 * The value of an attribute.
	 * @param name the attribute
	 * @return the value, or {@code null}
	 */
	public @Nullable String attribute(String name) {
		return this.attributes.get(name);
	}

	/**
	 * Whether {@code email} or {@code phone_number} is verified.
	 * @param name the attribute
	 * @return whether it is there and verified
	 */
	public boolean verified(String name) {
		return this.attributes.containsKey(name) && "true".equals(this.attributes.get(name + "_verified"));
	}

	/**
	 * The last passwords, the one in use among them unless it is temporary.
	 * @return the passwords, newest first
	 */
	Stream<SrpPassword> lastPasswords() {
		boolean counts = this.password != null && this.temporaryPasswordUntil == null;
		return Stream.concat(counts ? Stream.of(this.password) : Stream.empty(), this.formerPasswords.stream());
	}

	/**
	 * By what lists of users are sorted: the time when they were made.
	 * @return a key that no other user has
	 */
	public String sortKey() {
		return String.format(Locale.ROOT, "%019d/%s", this.createdAt.toEpochMilli(), this.sub);
	}

	@Override
	public String toString() {
		return "User[username=" + this.username + ", status=" + this.status + ", enabled=" + this.enabled + "]";
	}

}
