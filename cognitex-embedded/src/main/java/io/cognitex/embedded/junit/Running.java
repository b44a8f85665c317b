package io.cognitex.embedded.junit;

import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

import io.cognitex.embedded.EmbeddedCognito;

/**
 * A pool that JUnit stops.
 *
 * @param cognito the pool
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes only these.
record Running(EmbeddedCognito cognito) implements CloseableResource, AutoCloseable {

	@Override
	public void close() {
		this.cognito.close();
	}

}
