package io.cognitex.embedded.internal.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The groups of a pool.
 */
public final class Groups implements Stateful {

	private static final int LIMIT = 10_000;

	private final Map<String, Group> groups = new ConcurrentSkipListMap<>();

	Groups() {
	}

	/**
	 * Adds a group.
	 * @param group the group
	 * @throws io.cognitex.embedded.internal.error.Refusal if there is one of this name,
	 * or there are too many
	 */
	public void add(Group group) {
		if (!addIfMissing(group)) {
			throw Refusals.groupExists();
		}
	}

	/**
	 * Adds a group unless there is one of its name.
	 * @param group the group
	 * @return whether it was added
	 * @throws io.cognitex.embedded.internal.error.Refusal if there are too many
	 */
	public synchronized boolean addIfMissing(Group group) {
		if (this.groups.containsKey(group.name())) {
			return false;
		}
		if (this.groups.size() >= LIMIT) {
			throw Refusals.tooManyGroups();
		}
		this.groups.put(group.name(), group);
		return true;
	}

	/**
	 * Finds a group.
	 * @param name the name
	 * @return the group, if there is one
	 */
	public Optional<Group> find(String name) {
		return Optional.ofNullable(this.groups.get(name));
	}

	/**
	 * The group that an operation names.
	 * @param name the name
	 * @return the group
	 */
	public Group require(String name) {
		return find(name).orElseThrow(Refusals::groupNotFound);
	}

	/**
	 * Changes a group.
	 * @param name the name
	 * @param change makes the group as it is to be
	 * @return the changed group
	 * @throws io.cognitex.embedded.internal.error.Refusal if there is none of this name
	 */
	public Group change(String name, UnaryOperator<Group> change) {
		Group changed = this.groups.computeIfPresent(name, (key, group) -> change.apply(group));
		if (changed == null) {
			throw Refusals.groupNotFound();
		}
		return changed;
	}

	void remove(String name) {
		if (this.groups.remove(name) == null) {
			throw Refusals.groupNotFound();
		}
	}

	/**
	 * All groups.
	 * @return the groups by name
	 */
	public List<Group> all() {
		return List.copyOf(this.groups.values());
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.groups);
	}

}
