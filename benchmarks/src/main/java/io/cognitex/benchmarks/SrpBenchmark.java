package io.cognitex.benchmarks;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import io.cognitex.srp.SrpChallenge;
import io.cognitex.srp.SrpClient;
import io.cognitex.srp.SrpIdentity;
import io.cognitex.srp.SrpProof;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the client computes for one SRP login, from a fresh key pair to the signature.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SrpBenchmark {

	private static final String POOL_NAME = "AbCdEfGhI";

	private static final String USER_ID = "3f1e6f2a-0b1c-4d2e-9f3a-1234567890ab";

	private static final String PASSWORD = "Correct-Horse-1";

	private static final String TIMESTAMP = "Tue Mar 3 04:05:06 UTC 2026";

	private static final byte[] SECRET_BLOCK = new byte[1024];

	private final SrpServer server = new SrpServer(POOL_NAME, USER_ID, PASSWORD);

	private final String salt = this.server.salt().toString(16);

	private final String serverPublicValue = this.server.publicValue().toString(16);

	private final String secretBlock = Base64.getEncoder().encodeToString(SECRET_BLOCK);

	/**
	 * A client that computes something else would be no comparison.
	 */
	@Setup
	public void check() {
		AmplifySrp amplify = new AmplifySrp();
		byte[] signature = signature(amplify);
		SrpClient cognitex = SrpClient.create();
		SrpProof proof = proof(cognitex);
		if (!this.server.accepts(amplify.publicValue(), SECRET_BLOCK, TIMESTAMP, signature)
				|| !this.server.accepts(new BigInteger(cognitex.publicValue(), 16), SECRET_BLOCK, proof.timestamp(),
						Base64.getDecoder().decode(proof.signature()))) {
			throw new IllegalStateException("The server refuses a signature");
		}
	}

	@Benchmark
	public byte[] amplify() {
		return signature(new AmplifySrp());
	}

	@Benchmark
	public SrpProof cognitex() {
		return proof(SrpClient.create());
	}

	private byte[] signature(AmplifySrp client) {
		byte[] key = client.key(POOL_NAME, USER_ID, PASSWORD, new BigInteger(this.serverPublicValue, 16),
				new BigInteger(this.salt, 16));
		return SrpServer.sign(key, POOL_NAME, USER_ID, Base64.getDecoder().decode(this.secretBlock), TIMESTAMP);
	}

	private SrpProof proof(SrpClient client) {
		return client.prove(SrpIdentity.ofUser(POOL_NAME, USER_ID, PASSWORD),
				SrpChallenge.of(this.salt, this.serverPublicValue, this.secretBlock), Instant.now());
	}

}
