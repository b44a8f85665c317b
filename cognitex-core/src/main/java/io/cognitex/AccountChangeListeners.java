package io.cognitex;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.cognitex.CognitoError.Kind;

/**
 * Makes changes and tells of them.
 */
final class AccountChangeListeners {

	private final List<AccountChangeListener> listeners = new CopyOnWriteArrayList<>();

	void add(AccountChangeListener listener) {
		this.listeners.add(listener);
	}

	void change(AccountChange change, Runnable operation) {
		change(change, () -> {
			operation.run();
			return true;
		});
	}

	<T> T change(AccountChange change, Supplier<T> operation) {
		try {
			T result = operation.get();
			tell(change);
			return result;
		}
		catch (CognitoException ex) {
			// without an answer, nobody knows whether it was done
			if (ex.error().kind() == Kind.UNAVAILABLE) {
				tell(change);
			}
			throw ex;
		}
	}

	private void tell(AccountChange change) {
		this.listeners.forEach((listener) -> listener.accountChanged(change));
	}

}
