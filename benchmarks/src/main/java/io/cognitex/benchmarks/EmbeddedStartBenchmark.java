package io.cognitex.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.cognitex.embedded.EmbeddedCognito;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a test waits for an embedded pool: the first one of a JVM, and each later one.
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EmbeddedStartBenchmark {

	private static final AtomicBoolean started = new AtomicBoolean();

	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@Fork(10)
	@Warmup(iterations = 0)
	@Measurement(iterations = 1)
	public void first() {
		if (started.getAndSet(true)) {
			throw new IllegalStateException("Only one start is the first: leave out -wi and -i");
		}
		EmbeddedCognito.start().close();
	}

	@Benchmark
	@BenchmarkMode(Mode.AverageTime)
	public void later() {
		EmbeddedCognito.start().close();
	}

}
