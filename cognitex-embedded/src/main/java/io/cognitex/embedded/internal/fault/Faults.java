package io.cognitex.embedded.internal.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Predicate;

/**
 * The faults that wait to happen, in the order in which they were added.
 */
public final class Faults {

	private final List<Fault> faults = new ArrayList<>();

	private final Predicate<String> operations;

	/**
	 * No faults.
	 * @param operations whether there is an operation of a name
	 */
	public Faults(Predicate<String> operations) {
		this.operations = operations;
	}

	/**
	 * Adds a fault.
	 * @param fault the fault
	 * @throws IllegalArgumentException if it is for an operation that does not exist
	 */
	public synchronized void add(Fault fault) {
		String operation = fault.operation();
		if (operation != null && !this.operations.test(operation)) {
			throw new IllegalArgumentException("There is no operation '" + operation + "'");
		}
		this.faults.add(fault);
	}

	public synchronized void clear() {
		this.faults.clear();
	}

	/**
	 * What happens to a call now: the first fault that fits, and every latency that
	 * stands before it. Each of them has happened once more.
	 * @param operation the operation that is called
	 * @return what happens, in this order
	 */
	public synchronized List<Effect> next(String operation) {
		List<Effect> effects = new ArrayList<>();
		ListIterator<Fault> faults = this.faults.listIterator();
		while (faults.hasNext()) {
			Fault fault = faults.next();
			if (fault.operation() != null && !fault.operation().equals(operation)) {
				continue;
			}
			effects.add(fault.effect());
			useUp(fault, faults);
			if (!(fault.effect() instanceof Effect.Delayed)) {
				break;
			}
		}
		return effects;
	}

	private static void useUp(Fault fault, ListIterator<Fault> faults) {
		Integer times = fault.times();
		if (times == null) {
			return;
		}
		if (times == 1) {
			faults.remove();
		}
		else {
			faults.set(fault.times(times - 1));
		}
	}

}
