package io.cognitex.boot.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.cognitex.embedded.EmbeddedCognito;

/**
 * The time of an embedded pool, so that a test moves both at once.
 */
final class PoolClock extends Clock {

	private final EmbeddedCognito cognito;

	PoolClock(EmbeddedCognito cognito) {
		this.cognito = cognito;
	}

	@Override
	public Instant instant() {
		return this.cognito.now();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
