package io.cognitex.benchmarks;

/**
 * How many requests were answered, and how quickly.
 */
final class LoadResult {

	private static final int MICROS = 1_000_000;

	/** How many requests took so many microseconds; the last of all that took longer. */
	private final long[] latencies = new long[MICROS + 1];

	private long count;

	private long nanos;

	void add(long latency) {
		this.latencies[(int) Math.min(latency / 1000, MICROS)]++;
		this.count++;
	}

	void lasted(long nanos) {
		this.nanos += nanos;
	}

	void add(LoadResult other) {
		for (int i = 0; i < this.latencies.length; i++) {
			this.latencies[i] += other.latencies[i];
		}
		this.count += other.count;
		this.nanos += other.nanos;
	}

	long count() {
		return this.count;
	}

	double requestsPerSecond() {
		return this.count * 1e9 / this.nanos;
	}

	/**
	 * The time in which so many of the requests were answered, in microseconds.
	 */
	int percentile(double percent) {
		long remaining = (long) (this.count * percent / 100);
		int micros = 0;
		while (micros < MICROS && remaining >= this.latencies[micros]) {
			remaining -= this.latencies[micros++];
		}
		return micros;
	}

}
