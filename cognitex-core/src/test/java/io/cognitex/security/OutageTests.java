package io.cognitex.security;

import java.time.Duration;
import java.time.Instant;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Outage}.
 */
class OutageTests {

	private static final CognitoException FAILURE = new CognitoException(CognitoError.TOO_MANY_REQUESTS, "Slow down");

	private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));

	private final Outage outage = new Outage(this.clock, "access tokens");

	@Test
	void beginWhenACallHasJustFailedThenHeldBack() {
		this.outage.failed(this.outage.begin(), FAILURE);

		assertHeldBack();
	}

	@Test
	void beginWhenThePauseIsOverThenOneMayTry() {
		this.outage.failed(this.outage.begin(), FAILURE);
		this.clock.advance(Outage.FIRST_PAUSE);

		assertThat(this.outage.begin()).isNotNull();

		assertHeldBack();
	}

	@Test
	void beginWhenCallsKeepFailingThenPausesGrowUpToTheLongest() {
		for (int failures = 0; failures < 40; failures++) {
			this.outage.failed(this.outage.begin(), FAILURE);
			assertHeldBack();
			this.clock.advance(Outage.LONGEST_PAUSE);
		}
		this.outage.failed(this.outage.begin(), FAILURE);

		this.clock.advance(Outage.LONGEST_PAUSE.dividedBy(2).minusMillis(1));

		assertHeldBack();
	}

	@Test
	void beginWhenManyCallsFailTogetherThenTheyCountOnce() {
		Outage.Attempt first = this.outage.begin();
		Outage.Attempt second = this.outage.begin();
		Outage.Attempt third = this.outage.begin();

		this.outage.failed(first, FAILURE);
		this.outage.failed(second, FAILURE);
		this.outage.failed(third, FAILURE);

		this.clock.advance(Outage.FIRST_PAUSE);
		assertThat(this.outage.begin().failures()).isOne();
	}

	@Test
	void beginWhenTheOneWhoTriesNeverTellsThenAnotherMayTry() {
		this.outage.failed(this.outage.begin(), FAILURE);
		this.clock.advance(Outage.FIRST_PAUSE);
		this.outage.begin();

		this.clock.advance(Outage.LONGEST_PAUSE);

		assertThat(this.outage.begin()).isNotNull();
	}

	@Test
	void beginWhenClockIsSetBackThenNotHeldBackForLong() {
		this.outage.failed(this.outage.begin(), FAILURE);

		this.clock.advance(Duration.ofHours(-1));

		assertThat(this.outage.begin()).isNotNull();
	}

	@Test
	void beginWhenCognitoHasAnsweredThenAllMayCall() {
		this.outage.failed(this.outage.begin(), FAILURE);
		this.clock.advance(Outage.FIRST_PAUSE);
		this.outage.begin();

		this.outage.answered();

		assertThat(this.outage.begin().failures()).isZero();
		assertThat(this.outage.begin().failures()).isZero();
	}

	private void assertHeldBack() {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(this.outage::begin)
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.SERVICE_UNAVAILABLE));
	}

}
