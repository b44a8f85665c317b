package io.cognitex.embedded.internal.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * Values that are kept for a while under a random name and used once.
 *
 * @param <T> the kind of value
 */
final class OneTimeStore<T> implements Stateful {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SWEEP_EVERY = 256;

	private final Map<String, Entry<T>> entries = new ConcurrentHashMap<>();

	private final AtomicInteger added = new AtomicInteger();

	private final Clock clock;

	private final int nameBytes;

	private final Function<byte[], String> encoding;

	OneTimeStore(Clock clock, int nameBytes, Function<byte[], String> encoding) {
		this.clock = clock;
		this.nameBytes = nameBytes;
		this.encoding = encoding;
	}

	String add(T value, Duration validity) {
		Instant now = this.clock.instant();
		if (this.added.incrementAndGet() % SWEEP_EVERY == 0) {
			// An expired or used one is told from an unknown one for as long again.
			this.entries.values().removeIf((old) -> now.isAfter(old.expiresAt().plus(old.validity())));
		}
		byte[] random = new byte[this.nameBytes];
		RANDOM.nextBytes(random);
		String name = this.encoding.apply(random);
		this.entries.put(name, new Entry<>(value, validity, now.plus(validity), new AtomicBoolean()));
		return name;
	}

	Optional<Entry<T>> find(String name) {
		return Optional.ofNullable(this.entries.get(name));
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.entries, Entry::copy);
	}

	/**
	 * A value with its life.
	 *
	 * @param <T> the kind of value
	 * @param value the value
	 * @param validity how long it was to live
	 * @param expiresAt when it can no longer be used
	 * @param used whether it has been used
	 */
	record Entry<T>(T value, Duration validity, Instant expiresAt, AtomicBoolean used) {

		Entry<T> copy() {
			return new Entry<>(this.value, this.validity, this.expiresAt, new AtomicBoolean(this.used.get()));
		}

		boolean isExpired(Instant now) {
			return !now.isBefore(this.expiresAt);
		}

		boolean use() {
			return this.used.compareAndSet(false, true);
		}

		void giveBack() {
			this.used.set(false);
		}

	}

}
