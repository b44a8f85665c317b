package io.cognitex.token;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import io.cognitex.CognitoUserPool;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link CognitoTokenVerifier}. A user pool or issuer and at least one app client
 * are required. Building makes no call.
 */
public final class CognitoTokenVerifierBuilder {

	private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

	private @Nullable String issuer;

	private Set<String> clientIds = Set.of();

	private @Nullable URI jwkSetUri;

	private Duration clockSkew = Duration.ZERO;

	private Duration connectTimeout = Duration.ofSeconds(2);

	private Duration readTimeout = Duration.ofSeconds(5);

	private Clock clock = Clock.systemUTC();

	CognitoTokenVerifierBuilder() {
	}

	/**
	 * The user pool that issues the tokens.
	 * @param userPool the pool, whose {@link CognitoUserPool#issuer()} becomes the
	 * {@link #issuer}
	 * @return this builder
	 */
	public CognitoTokenVerifierBuilder userPool(CognitoUserPool userPool) {
		return issuer(userPool.issuer());
	}

	/**
	 * The issuer of the tokens, for pools whose issuer does not follow from their id.
	 * @param issuer exactly as it stands in the tokens
	 * @return this builder
	 */
	public CognitoTokenVerifierBuilder issuer(String issuer) {
		this.issuer = issuer;
		return this;
	}

	/**
	 * The app clients whose tokens are accepted.
	 * @param clientIds at least one
	 * @return this builder
	 * @throws IllegalArgumentException if one is blank
	 */
	public CognitoTokenVerifierBuilder clientIds(String... clientIds) {
		this.clientIds = Set.of(clientIds);
		if (this.clientIds.stream().anyMatch(String::isBlank)) {
			throw new IllegalArgumentException("A client id must not be blank");
		}
		return this;
	}

	/**
	 * Where the pool's keys are, by default {@code {issuer}/.well-known/jwks.json}.
	 * @param jwkSetUri an absolute HTTP URI, or {@code null} for the default
	 * @return this builder
	 */
	public CognitoTokenVerifierBuilder jwkSetUri(@Nullable URI jwkSetUri) {
		this.jwkSetUri = jwkSetUri;
		return this;
	}

	/**
	 * How far this machine's clock may be ahead of Cognito's before a good token is
	 * refused, and how long a token is accepted after its end; by default not at all,
	 * since Cognito's tokens have no beginning that a late clock could miss.
	 * @param clockSkew zero to sixty seconds
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public CognitoTokenVerifierBuilder clockSkew(Duration clockSkew) {
		if (clockSkew.isNegative() || clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
			throw new IllegalArgumentException("The clock skew must be 0 to 60 seconds");
		}
		this.clockSkew = clockSkew;
		return this;
	}

	/**
	 * How long to wait for a connection when keys are fetched, by default two seconds.
	 * @param connectTimeout at least a millisecond
	 * @return this builder
	 * @throws IllegalArgumentException if it is shorter
	 */
	public CognitoTokenVerifierBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = positive("connect timeout", connectTimeout);
		return this;
	}

	/**
	 * How long to wait for keys, by default five seconds.
	 * @param readTimeout at least a millisecond
	 * @return this builder
	 * @throws IllegalArgumentException if it is shorter
	 */
	public CognitoTokenVerifierBuilder readTimeout(Duration readTimeout) {
		this.readTimeout = positive("read timeout", readTimeout);
		return this;
	}

	/**
	 * The time, by default that of the system.
	 * @param clock the clock
	 * @return this builder
	 */
	public CognitoTokenVerifierBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Makes the verifier.
	 * @return a verifier that has fetched no keys yet
	 * @throws IllegalStateException if issuer or app client was not set
	 * @throws IllegalArgumentException if the keys' address is no HTTP address
	 */
	public CognitoTokenVerifier build() {
		if (this.issuer == null) {
			throw new IllegalStateException("'userPool' or 'issuer' must be set");
		}
		if (this.clientIds.isEmpty()) {
			throw new IllegalStateException("'clientIds' must be set");
		}
		URI jwkSetUri = (this.jwkSetUri != null) ? this.jwkSetUri : URI.create(this.issuer + "/.well-known/jwks.json");
		if (jwkSetUri.getHost() == null || !String.valueOf(jwkSetUri.getScheme()).startsWith("http")) {
			throw new IllegalArgumentException("The issuer and the key set must be HTTP addresses");
		}
		JwkSetClient client = new JwkSetClient(jwkSetUri, this.connectTimeout, this.readTimeout);
		return new CognitoTokenVerifier(new AccessTokenRules(this.issuer, this.clientIds, this.clock, this.clockSkew),
				new KeyCache(client, this.clock));
	}

	private static Duration positive(String name, Duration duration) {
		if (duration.toMillis() <= 0) {
			throw new IllegalArgumentException("The " + name + " must be at least a millisecond");
		}
		return duration;
	}

}
