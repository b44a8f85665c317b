package io.cognitex.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How much processor time an operation takes, of all threads of the JVM: client, server,
 * compiler and garbage collector. Unlike the time on the clock it hardly depends on what
 * else the machine does. Switched on with
 * {@code -prof io.cognitex.benchmarks.CpuTimeProfiler}.
 */
public final class CpuTimeProfiler implements InternalProfiler {

	private static final double NANOS_PER_MILLI = 1e6;

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private long before;

	@Override
	public String getDescription() {
		return "Processor time of the whole JVM per operation";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.before = this.system.getProcessCpuTime();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		double millis = (this.system.getProcessCpuTime() - this.before) / NANOS_PER_MILLI;
		return List
			.of(new ScalarResult("cpu", millis / result.getMetadata().getAllOps(), "ms/op", AggregationPolicy.AVG));
	}

}
