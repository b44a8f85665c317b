package io.cognitex.embedded;

import java.time.Duration;

/**
 * Something that is to go wrong, to see what an application makes of it.
 *
 * <pre class="code">
 * cognito.addFault(Fault.throttling().on("InitiateAuth").times(2));
 * </pre>
 *
 * Unless told otherwise a fault happens to every operation, until
 * {@link EmbeddedCognito#clearFaults()}. Keys and discovery are never touched.
 */
public final class Fault {

	private final io.cognitex.embedded.internal.fault.Fault fault;

	private Fault(io.cognitex.embedded.internal.fault.Fault fault) {
		this.fault = fault;
	}

	/**
	 * An error in the place of an answer; the operation is not performed. The HTTP status
	 * is 400, and 500 for {@code InternalErrorException}.
	 * @param type the error's type, such as {@code UserNotFoundException}
	 * @param message its text
	 * @return the fault
	 * @throws IllegalArgumentException if that is not the type of an error
	 */
	public static Fault exception(String type, String message) {
		return new Fault(io.cognitex.embedded.internal.fault.Fault.exception(type, message));
	}

	/**
	 * The error {@code TooManyRequestsException} in the place of an answer; the operation
	 * is not performed. AWS SDKs try such a call again.
	 * @return the fault
	 */
	public static Fault throttling() {
		return new Fault(io.cognitex.embedded.internal.fault.Fault.throttling());
	}

	/**
	 * The error {@code InternalErrorException} with HTTP status 500 in the place of an
	 * answer; the operation is not performed. AWS SDKs try such a call again.
	 * @return the fault
	 */
	public static Fault internalError() {
		return new Fault(io.cognitex.embedded.internal.fault.Fault.internalError());
	}

	/**
	 * A late answer. Several faults of this kind add up, and the first other one that was
	 * added after them happens as well.
	 * @param latency by how much, at most 60 seconds
	 * @return the fault
	 * @throws IllegalArgumentException if it is more, or none
	 */
	public static Fault latency(Duration latency) {
		return new Fault(io.cognitex.embedded.internal.fault.Fault.latency(latency));
	}

	/**
	 * A connection that ends without an answer; the operation is not performed.
	 * @return the fault
	 */
	public static Fault droppedConnection() {
		return new Fault(io.cognitex.embedded.internal.fault.Fault.droppedConnection());
	}

	/**
	 * A connection that ends in the middle of the answer; the operation is performed.
	 * @return the fault
	 */
	public static Fault truncatedBody() {
		return new Fault(io.cognitex.embedded.internal.fault.Fault.truncatedBody());
	}

	/**
	 * This fault for calls of one operation.
	 * @param operation the operation, such as {@code InitiateAuth}
	 * @return the fault
	 */
	public Fault on(String operation) {
		return new Fault(this.fault.on(operation));
	}

	/**
	 * This fault for the next calls only.
	 * @param times for how many calls, at least one
	 * @return the fault
	 * @throws IllegalArgumentException if it is less than one
	 */
	public Fault times(int times) {
		return new Fault(this.fault.times(times));
	}

	io.cognitex.embedded.internal.fault.Fault toInternal() {
		return this.fault;
	}

}
