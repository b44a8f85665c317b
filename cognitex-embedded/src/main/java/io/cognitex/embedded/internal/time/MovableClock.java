package io.cognitex.embedded.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * Another clock, and ahead of it by as much as it was told.
 */
public final class MovableClock extends Clock implements Stateful {

	private final Clock clock;

	private final AtomicReference<Duration> ahead;

	public MovableClock(Clock clock) {
		this(clock, new AtomicReference<>(Duration.ZERO));
	}

	private MovableClock(Clock clock, AtomicReference<Duration> ahead) {
		this.clock = clock;
		this.ahead = ahead;
	}

	/**
	 * Moves the clock ahead.
	 * @param duration by how much
	 * @throws ArithmeticException if time does not go that far
	 */
	public void advance(Duration duration) {
		this.ahead.updateAndGet((before) -> {
			Duration after = before.plus(duration);
			this.clock.instant().plus(after).toEpochMilli();
			return after;
		});
	}

	@Override
	public Instant instant() {
		return this.clock.instant().plus(this.ahead.get());
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new MovableClock(this.clock.withZone(zone), this.ahead);
	}

	@Override
	public Snapshot snapshot() {
		Duration before = this.ahead.get();
		return () -> this.ahead.set(before);
	}

}
