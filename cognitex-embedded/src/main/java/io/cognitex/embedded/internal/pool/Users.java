package io.cognitex.embedded.internal.pool;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The users of a pool, found by every name that signs in. Reads take no lock; writes
 * happen one at a time, so that no two users ever share a name.
 */
public final class Users implements Stateful {

	private final Map<String, User> users = new ConcurrentHashMap<>();

	private final Map<String, String> subs = new ConcurrentHashMap<>();

	private final SignInNames names;

	private final Clock clock;

	Users(SignInNames names, Clock clock) {
		this.names = names;
		this.clock = clock;
	}

	/**
	 * Finds a user by username, alias or {@code sub}.
	 * @param name what was typed
	 * @return the user, if there is one
	 */
	public Optional<User> find(String name) {
		String sub = this.subs.get(this.names.key(name));
		return bySub((sub != null) ? sub : name);
	}

	/**
	 * Finds a user by {@code sub}.
	 * @param sub the identifier
	 * @return the user, if there is one
	 */
	public Optional<User> bySub(String sub) {
		return Optional.ofNullable(this.users.get(sub));
	}

	/**
	 * All users, in no order.
	 * @return the users as of now
	 */
	public List<User> all() {
		return List.copyOf(this.users.values());
	}

	/**
	 * How many users there are.
	 * @return the number
	 */
	public int size() {
		return this.users.size();
	}

	/**
	 * Adds a user.
	 * @param draft the new user
	 * @return the user
	 * @throws io.cognitex.embedded.internal.error.Refusal if one of the names is taken
	 */
	public synchronized User add(UserDraft draft) {
		User user = draft.at(this.clock.instant());
		Map<String, String> keys = this.names.keys(user);
		String taken = taken(user, keys);
		if (taken != null) {
			throw "username".equals(taken) ? Refusals.userAlreadyExists() : Refusals.accountAlreadyExists(taken);
		}
		put(null, user, keys);
		return user;
	}

	/**
	 * Adds a user whom an administrator creates.
	 * @param draft the new user
	 * @param takeAliases whether the user gets aliases that another user has; there they
	 * are no longer verified
	 * @return the user
	 * @throws io.cognitex.embedded.internal.error.Refusal if one of the names is taken
	 */
	public synchronized User addByAdministrator(UserDraft draft, boolean takeAliases) {
		User user = draft.at(this.clock.instant());
		Map<String, String> keys = this.names.keys(user);
		if (takeAliases) {
			keys.forEach((key, attribute) -> takeAlias(key, attribute, user.sub()));
		}
		String taken = taken(user, keys);
		if (taken != null) {
			throw "username".equals(taken) ? Refusals.userAccountAlreadyExists() : Refusals.accountAlreadyExists(taken);
		}
		put(null, user, keys);
		return user;
	}

	/**
	 * Changes a user. The change sees the user's newest state and may refuse by throwing;
	 * then nothing has happened.
	 * @param sub the identifier
	 * @param change writes the draft
	 * @return the changed user
	 * @throws io.cognitex.embedded.internal.error.Refusal if the user no longer exists,
	 * or a name is taken
	 */
	public synchronized User change(String sub, Consumer<UserDraft> change) {
		User user = bySub(sub).orElseThrow(Refusals::userDoesNotExist);
		User changed = changed(user, change);
		Map<String, String> keys = this.names.keys(changed);
		String taken = taken(changed, keys);
		if (taken != null) {
			throw Refusals.aliasExists(taken);
		}
		put(user, changed, keys);
		return changed;
	}

	/**
	 * Removes a user. Names and groups are free again.
	 * @param sub the identifier
	 */
	synchronized void remove(String sub) {
		User user = this.users.remove(sub);
		if (user != null) {
			this.names.keys(user).keySet().forEach((key) -> this.subs.remove(key, sub));
		}
	}

	/**
	 * Changes a user and takes the aliases that another user has: there they are no
	 * longer verified.
	 * @param sub the identifier
	 * @param change writes the draft
	 * @return the changed user
	 */
	public synchronized User changeTakingAliases(String sub, Consumer<UserDraft> change) {
		User user = bySub(sub).orElseThrow(Refusals::userDoesNotExist);
		this.names.keys(changed(user, change)).forEach((key, attribute) -> {
			takeAlias(key, attribute, sub);
		});
		return change(sub, change);
	}

	private void takeAlias(String key, String attribute, String newOwner) {
		String owner = this.subs.get(key);
		boolean verifiable = Schema.isVerificationState(attribute + "_verified");
		if (verifiable && owner != null && !owner.equals(newOwner)) {
			change(owner, (draft) -> draft.attributes().put(attribute + "_verified", "false"));
		}
	}

	private User changed(User user, Consumer<UserDraft> change) {
		UserDraft draft = new UserDraft(user);
		change.accept(draft);
		return draft.at(this.clock.instant());
	}

	private @Nullable String taken(User user, Map<String, String> keys) {
		for (Map.Entry<String, String> key : keys.entrySet()) {
			String owner = this.subs.get(key.getKey());
			if (owner != null && !owner.equals(user.sub())) {
				return key.getValue();
			}
		}
		return null;
	}

	private void put(@Nullable User before, User after, Map<String, String> keys) {
		this.users.put(after.sub(), after);
		keys.keySet().forEach((key) -> this.subs.put(key, after.sub()));
		if (before != null) {
			Map<String, String> old = new HashMap<>(this.names.keys(before));
			old.keySet().removeAll(keys.keySet());
			old.keySet().forEach(this.subs::remove);
		}
	}

	@Override
	public synchronized Snapshot snapshot() {
		Snapshot users = Snapshot.of(this.users);
		Snapshot subs = Snapshot.of(this.subs);
		return () -> restore(users, subs);
	}

	private synchronized void restore(Snapshot... snapshots) {
		for (Snapshot snapshot : snapshots) {
			snapshot.restore();
		}
	}

}
