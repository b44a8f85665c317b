package io.cognitex.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import jakarta.servlet.ServletException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.security.core.Authentication;

/**
 * Rows of {@link BearerBenchmark} with native cryptography: an application may put the
 * Amazon Corretto Crypto Provider before the JDK's providers. Each benchmark has a
 * virtual machine of its own, so that the others do not see it. Linux on x86-64 only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CorrettoBearerBenchmark {

	private final BearerBenchmark bearer;

	public CorrettoBearerBenchmark() {
		AmazonCorrettoCryptoProvider.install();
		AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
		this.bearer = new BearerBenchmark();
	}

	@TearDown
	public void close() {
		this.bearer.close();
	}

	@Benchmark
	public Authentication springJwt() throws ServletException, IOException {
		return this.bearer.springJwt();
	}

	@Benchmark
	public Authentication remembered() throws ServletException, IOException {
		return this.bearer.remembered();
	}

	@Benchmark
	public Authentication firstSeen() throws ServletException, IOException {
		return this.bearer.firstSeen();
	}

}
