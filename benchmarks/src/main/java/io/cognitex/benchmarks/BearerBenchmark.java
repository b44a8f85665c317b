package io.cognitex.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.security.CognitoAccessTokenIntrospector;
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
 * configurer sets it up, on the same tokens: Spring Security's JWT resource server, and
 * Cognitex with a token that it remembers, with one that it sees for the first time (with
 * and without the call to Cognito), and with tokens that both refuse. Only the filter is
 * measured, without the rest of the chain.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BearerBenchmark {

	private final EmbeddedCognito cognito = start();

	private final EmbeddedCognito another = start();

	private final BearerFilter springJwt;

	private final BearerFilter remembered;

	private final BearerFilter firstSeen;

	private final BearerFilter firstSeenWithGetUser;

	private final BearerFilter springForged;

	private final BearerFilter forged;

	private final BearerFilter springForeign;

	private final BearerFilter foreign;

	public BearerBenchmark() {
		CognitoAccountManager accounts = accounts(this.cognito);
		String token = accessToken(accounts);
		String forgedToken = withAnotherSignature(token);
		String foreignToken = accessToken(accounts(this.another));
		CognitoTokenVerifier verifier = CognitoTokenVerifier.builder()
			.issuer(this.cognito.issuer())
			.clientIds(this.cognito.clientId())
			.build();
		CognitoAccountManager withoutCalls = FixedUser.of(accounts.getUser(token));
		CognitoAccessTokenIntrospector remembering = CognitoAccessTokenIntrospector.builder(verifier, withoutCalls)
			.build();
		CognitoAccessTokenIntrospector forgetting = CognitoAccessTokenIntrospector.builder(verifier, withoutCalls)
			.maxStaleness(Duration.ZERO)
			.build();
		CognitoAccessTokenIntrospector asking = CognitoAccessTokenIntrospector.builder(verifier, accounts)
			.maxStaleness(Duration.ZERO)
			.build();
		this.springJwt = BearerFilter.ofSpring(springDecoder(), token);
		this.remembered = BearerFilter.ofCognitex(verifier, remembering, token);
		this.firstSeen = BearerFilter.ofCognitex(verifier, forgetting, token);
		this.firstSeenWithGetUser = BearerFilter.ofCognitex(verifier, asking, token);
		this.springForged = BearerFilter.ofSpring(springDecoder(), forgedToken);
		this.forged = BearerFilter.ofCognitex(verifier, remembering, forgedToken);
		this.springForeign = BearerFilter.ofSpring(springDecoder(), foreignToken);
		this.foreign = BearerFilter.ofCognitex(verifier, remembering, foreignToken);
	}

	@TearDown
	public void close() {
		this.cognito.close();
		this.another.close();
	}

	@Benchmark
	public Authentication springJwt() throws ServletException, IOException {
		return this.springJwt.authenticate();
	}

	@Benchmark
	public Authentication remembered() throws ServletException, IOException {
		return this.remembered.authenticate();
	}

	@Benchmark
	public Authentication firstSeen() throws ServletException, IOException {
		return this.firstSeen.authenticate();
	}

	@Benchmark
	public Authentication firstSeenWithGetUser() throws ServletException, IOException {
		return this.firstSeenWithGetUser.authenticate();
	}

	@Benchmark
	public int springForged() throws ServletException, IOException {
		return this.springForged.refuse();
	}

	@Benchmark
	public int forged() throws ServletException, IOException {
		return this.forged.refuse();
	}

	@Benchmark
	public int springForeign() throws ServletException, IOException {
		return this.springForeign.refuse();
	}

	@Benchmark
	public int foreign() throws ServletException, IOException {
		return this.foreign.refuse();
	}

	private static EmbeddedCognito start() {
		EmbeddedCognito cognito = EmbeddedCognito.start();
		cognito.addUser(EmbeddedUser.named("alice")
			.password("Correct-Horse-1")
			.attribute("email", "alice@example.com")
			.group("admin")
			.build());
		return cognito;
	}

	private static CognitoAccountManager accounts(EmbeddedCognito cognito) {
		return CognitoAccountManager.builder()
			.userPoolId(cognito.userPoolId())
			.clientId(cognito.clientId())
			.endpoint(cognito.endpoint())
			.issuer(cognito.issuer())
			.build();
	}

	private JwtDecoder springDecoder() {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(this.cognito.issuer() + "/.well-known/jwks.json")
			.build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(this.cognito.issuer()));
		return decoder;
	}

	/**
	 * Of the right length and below the modulus, so that it is as dear to check as a good
	 * one.
	 */
	private static String withAnotherSignature(String token) {
		char[] characters = token.toCharArray();
		int middle = (token.lastIndexOf('.') + token.length()) / 2;
		characters[middle] = (characters[middle] == 'A') ? 'B' : 'A';
		return new String(characters);
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
