package io.cognitex;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Makes the SDK's client when the first operation is called, so that an application that
 * starts does not wait for it. A client that could not be made is tried again next time.
 */
final class LazyClient implements AutoCloseable {

	private final Supplier<CognitoIdentityProviderClient> factory;

	private final boolean owned;

	private volatile @Nullable CognitoIdentityProviderClient client;

	private boolean closed;

	private LazyClient(Supplier<CognitoIdentityProviderClient> factory, boolean owned) {
		this.factory = factory;
		this.owned = owned;
	}

	/**
	 * A client that is closed with this object.
	 */
	static LazyClient owned(Supplier<CognitoIdentityProviderClient> factory) {
		return new LazyClient(factory, true);
	}

	/**
	 * A client that belongs to somebody else.
	 */
	static LazyClient borrowed(Supplier<CognitoIdentityProviderClient> supplier) {
		return new LazyClient(supplier, false);
	}

	CognitoIdentityProviderClient get() {
		CognitoIdentityProviderClient client = this.client;
		return (client != null) ? client : make();
	}

	private synchronized CognitoIdentityProviderClient make() {
		if (this.closed) {
			throw new IllegalStateException("The account manager is closed");
		}
		CognitoIdentityProviderClient client = this.client;
		if (client == null) {
			client = this.factory.get();
			this.client = client;
		}
		return client;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		CognitoIdentityProviderClient client = this.client;
		this.client = null;
		if (client != null && this.owned) {
			client.close();
		}
	}

}
