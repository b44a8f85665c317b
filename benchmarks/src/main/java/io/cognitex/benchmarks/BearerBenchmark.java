package io.cognitex.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.CognitoUser;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.token.CognitoTokenVerifier;
import jakarta.servlet.ServletException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * One request with a bearer token through {@code BearerTokenAuthenticationFilter} as the
 * configurer sets it up, on the same token: Spring Security's JWT resource server, and
 * Cognitex with and without the call to Cognito. Only the filter is measured, without the
 * rest of the chain.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BearerBenchmark {

	private final EmbeddedCognito cognito = EmbeddedCognito.start();

	private final BearerFilter springJwt;

	private final BearerFilter verifiedLocally;

	private final BearerFilter verifiedAndGetUser;

	public BearerBenchmark() {
		this.cognito.addUser(EmbeddedUser.named("alice")
			.password("Correct-Horse-1")
			.attribute("email", "alice@example.com")
			.group("admin")
			.build());
		CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(this.cognito.userPoolId())
			.clientId(this.cognito.clientId())
			.endpoint(this.cognito.endpoint())
			.issuer(this.cognito.issuer())
			.build();
		CognitoTokenVerifier verifier = CognitoTokenVerifier.builder()
			.issuer(this.cognito.issuer())
			.clientIds(this.cognito.clientId())
			.build();
		String token = accessToken(accounts);
		CognitoUser user = accounts.getUser(token);
		this.springJwt = BearerFilter.ofSpring(springDecoder(), token);
		this.verifiedLocally = BearerFilter.ofCognitex(verifier, FixedUser.of(user), token);
		this.verifiedAndGetUser = BearerFilter.ofCognitex(verifier, accounts, token);
	}

	@TearDown
	public void close() {
		this.cognito.close();
	}

	@Benchmark
	public Authentication springJwt() throws ServletException, IOException {
		return this.springJwt.authenticate();
	}

	@Benchmark
	public Authentication verifiedLocally() throws ServletException, IOException {
		return this.verifiedLocally.authenticate();
	}

	@Benchmark
	public Authentication verifiedAndGetUser() throws ServletException, IOException {
		return this.verifiedAndGetUser.authenticate();
	}

	private JwtDecoder springDecoder() {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(this.cognito.issuer() + "/.well-known/jwks.json")
			.build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(this.cognito.issuer()));
		return decoder;
	}

	private static String accessToken(CognitoAccountManager accounts) {
		SignIn signIn = accounts.authenticate("alice", "Correct-Horse-1");
		CognitoTokens tokens = ((SignIn.Completed) signIn).tokens();
		int length = tokens.accessToken().length();
		if (length < 1000 || length > 1300) {
			throw new IllegalStateException("Cognito's access tokens have some 1,100 characters, not " + length);
		}
		return tokens.accessToken();
	}

}
