package io.cognitex.benchmarks;

import java.util.concurrent.TimeUnit;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoUser;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * How much an embedded pool does in a second, over HTTP and with the client in the same
 * JVM: the client's share of the work is in the numbers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(4)
public class EmbeddedThroughputBenchmark {

	private final EmbeddedCognito cognito = EmbeddedCognito.start();

	private final CognitoAccountManager accounts;

	private final String accessToken;

	public EmbeddedThroughputBenchmark() {
		this.cognito.addUser(EmbeddedUser.named("alice").password("Correct-Horse-1").build());
		this.accounts = CognitoAccountManager.builder()
			.userPoolId(this.cognito.userPoolId())
			.clientId(this.cognito.clientId())
			.endpoint(this.cognito.endpoint())
			.issuer(this.cognito.issuer())
			.build();
		if (!(this.accounts.authenticate("alice", "Correct-Horse-1") instanceof SignIn.Completed completed)) {
			throw new IllegalStateException("Not signed in");
		}
		this.accessToken = completed.tokens().accessToken();
	}

	@TearDown
	public void close() {
		this.cognito.close();
	}

	@Benchmark
	public CognitoUser getUser() {
		return this.accounts.getUser(this.accessToken);
	}

	@Benchmark
	public SignIn signIn() {
		return this.accounts.authenticate("alice", "Correct-Horse-1");
	}

}
