package io.cognitex.embedded;

import io.cognitex.embedded.internal.state.Snapshot;

/**
 * How a server was at one moment: see {@link EmbeddedCognito#snapshot()}.
 */
public final class PoolSnapshot {

	private final EmbeddedCognito cognito;

	private final Snapshot snapshot;

	PoolSnapshot(EmbeddedCognito cognito, Snapshot snapshot) {
		this.cognito = cognito;
		this.snapshot = snapshot;
	}

	void restore(EmbeddedCognito cognito) {
		if (cognito != this.cognito) {
			throw new IllegalArgumentException("The snapshot is of another server");
		}
		this.snapshot.restore();
	}

}
