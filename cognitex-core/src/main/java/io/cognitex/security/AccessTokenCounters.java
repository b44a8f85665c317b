package io.cognitex.security;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts for {@link AccessTokenStatistics}.
 */
final class AccessTokenCounters {

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	private final LongAdder calls = new LongAdder();

	private final LongAdder refusals = new LongAdder();

	private final LongAdder failures = new LongAdder();

	void hit() {
		this.hits.increment();
	}

	void missed() {
		this.misses.increment();
	}

	void called() {
		this.calls.increment();
	}

	void count(boolean refusal) {
		(refusal ? this.refusals : this.failures).increment();
	}

	AccessTokenStatistics statistics(long remembered) {
		return new AccessTokenStatistics(this.hits.sum(), this.misses.sum(), this.calls.sum(), this.refusals.sum(),
				this.failures.sum(), remembered);
	}

}
