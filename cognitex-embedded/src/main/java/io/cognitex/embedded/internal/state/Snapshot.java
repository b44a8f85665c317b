package io.cognitex.embedded.internal.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The way back to how something was. A call that changes it at the same time may have its
 * effect before or after.
 */
@FunctionalInterface
public interface Snapshot {

	/**
	 * Puts it back.
	 */
	void restore();

	/**
	 * A snapshot of a map with values that never change.
	 * @param <K> the kind of key
	 * @param <V> the kind of value
	 * @param map the map
	 * @return the snapshot
	 */
	static <K, V> Snapshot of(Map<K, V> map) {
		return of(map, UnaryOperator.identity());
	}

	/**
	 * A snapshot of a map.
	 * @param <K> the kind of key
	 * @param <V> the kind of value
	 * @param map the map
	 * @param copy copies a value
	 * @return the snapshot
	 */
	static <K, V> Snapshot of(Map<K, V> map, UnaryOperator<V> copy) {
		Map<K, V> before = new HashMap<>(map);
		before.replaceAll((key, value) -> copy.apply(value));
		return () -> {
			map.keySet().retainAll(before.keySet());
			before.forEach((key, value) -> map.put(key, copy.apply(value)));
		};
	}

	/**
	 * A snapshot of several things.
	 * @param parts the things
	 * @return the snapshot
	 */
	static Snapshot of(List<? extends Stateful> parts) {
		List<Snapshot> snapshots = parts.stream().map(Stateful::snapshot).toList();
		return () -> snapshots.forEach(Snapshot::restore);
	}

}
