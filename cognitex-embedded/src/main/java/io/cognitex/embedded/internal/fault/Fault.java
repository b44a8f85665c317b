package io.cognitex.embedded.internal.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusals;

/**
 * Something that is to go wrong.
 *
 * @param operation the operation that it happens to; {@code null} for all
 * @param times how often it happens; {@code null} for always
 * @param effect what happens
 */
public record Fault(@Nullable String operation, @Nullable Integer times, Effect effect) {

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

	public Fault {
		if (times != null && times < 1) {
			throw new IllegalArgumentException("A fault happens once or more often, not " + times + " times");
		}
	}

	/**
	 * An error in the place of an answer.
	 * @param type the error's type, such as {@code UserNotFoundException}
	 * @param message its text
	 * @return the fault
	 */
	public static Fault exception(String type, String message) {
		if (!type.matches("[A-Z][A-Za-z]{0,100}")) {
			throw new IllegalArgumentException("'" + type + "' is not the type of an error");
		}
		return of(new Effect.Refused(Refusals.fault(type, message)));
	}

	/**
	 * The error of a server that fails, with HTTP status 500.
	 * @return the fault
	 */
	public static Fault internalError() {
		return of(new Effect.Refused(Refusals.internalError()));
	}

	/**
	 * The error that says that there were too many calls.
	 * @return the fault
	 */
	public static Fault throttling() {
		return of(new Effect.Refused(Refusals.tooManyRequests()));
	}

	/**
	 * A late answer.
	 * @param duration by how much
	 * @return the fault
	 */
	public static Fault latency(Duration duration) {
		if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST_DELAY) > 0) {
			throw new IllegalArgumentException("A latency is more than none and at most 60 seconds, not " + duration);
		}
		return of(new Effect.Delayed(duration));
	}

	/**
	 * A connection that ends without an answer.
	 * @return the fault
	 */
	public static Fault droppedConnection() {
		return of(new Effect.Dropped());
	}

	/**
	 * A connection that ends in the middle of the answer.
	 * @return the fault
	 */
	public static Fault truncatedBody() {
		return of(new Effect.Truncated());
	}

	/**
	 * This fault for one operation.
	 * @param operation the operation
	 * @return the fault
	 */
	public Fault on(String operation) {
		return new Fault(operation, this.times, this.effect);
	}

	/**
	 * This fault for a number of calls.
	 * @param times the number
	 * @return the fault
	 */
	public Fault times(int times) {
		return new Fault(this.operation, times, this.effect);
	}

	private static Fault of(Effect effect) {
		return new Fault(null, null, effect);
	}

}
