package io.cognitex.embedded.internal.fault;

import java.time.Duration;

import io.cognitex.embedded.internal.error.Refusal;

/**
 * What goes wrong.
 */
public sealed interface Effect {

	/**
	 * The operation is not performed, and answers with an error.
	 *
	 * @param refusal the error
	 */
	record Refused(Refusal refusal) implements Effect {
	}

	/**
	 * The answer comes late.
	 *
	 * @param duration by how much
	 */
	record Delayed(Duration duration) implements Effect {
	}

	/**
	 * The operation is not performed, and the connection ends without an answer.
	 */
	record Dropped() implements Effect {
	}

	/**
	 * The operation is performed, and the connection ends in the middle of the answer.
	 */
	record Truncated() implements Effect {
	}

}
