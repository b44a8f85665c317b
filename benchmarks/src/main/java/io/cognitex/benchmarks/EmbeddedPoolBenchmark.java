package io.cognitex.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

import io.cognitex.embedded.EmbeddedCognito;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Another pool on a server that runs: {@code CreateUserPool} over HTTP.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EmbeddedPoolBenchmark {

	private final EmbeddedCognito cognito = EmbeddedCognito.start();

	private final HttpClient http = HttpClient.newHttpClient();

	private final HttpRequest request = HttpRequest.newBuilder(this.cognito.endpoint().resolve("/"))
		.header("Content-Type", "application/x-amz-json-1.1")
		.header("X-Amz-Target", "AWSCognitoIdentityProviderService.CreateUserPool")
		.header("Authorization", "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b")
		.POST(BodyPublishers.ofString("{\"PoolName\":\"another\"}"))
		.build();

	@TearDown(Level.Iteration)
	public void reset() {
		this.cognito.reset();
	}

	@TearDown
	public void close() {
		this.cognito.close();
	}

	@Benchmark
	public String create() throws IOException, InterruptedException {
		String answer = this.http.send(this.request, BodyHandlers.ofString()).body();
		if (!answer.contains("UserPool")) {
			throw new IllegalStateException(answer);
		}
		return answer;
	}

}
