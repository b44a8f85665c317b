package io.cognitex.embedded.internal.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The refresh tokens that were issued: random values in the shape of the service's
 * encrypted ones (JWE with five segments).
 */
public final class RefreshTokens implements Stateful {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private static final String HEADER = BASE64.encodeToString(
			"{\"cty\":\"JWT\",\"enc\":\"A256GCM\",\"alg\":\"RSA-OAEP\"}".getBytes(StandardCharsets.US_ASCII));

	private static final int SWEEP_EVERY = 1024;

	private final Map<String, RefreshToken> tokens = new ConcurrentHashMap<>();

	private final AtomicInteger issued = new AtomicInteger();

	private final Clock clock;

	public RefreshTokens(Clock clock) {
		this.clock = clock;
	}

	String issue(Login login) {
		if (this.issued.incrementAndGet() % SWEEP_EVERY == 0) {
			// An expired token is told from an unknown one for another day.
			Instant yesterday = this.clock.instant().minus(Duration.ofDays(1));
			this.tokens.values().removeIf((old) -> old.login().refreshUntil().isBefore(yesterday));
		}
		String token = String.join(".", HEADER, random(256), random(12), random(600), random(16));
		this.tokens.put(token, new RefreshToken(login, null));
		return token;
	}

	/**
	 * Finds what stands behind a token.
	 * @param token the token
	 * @return what stands behind it, if it is one of ours
	 */
	public Optional<RefreshToken> find(String token) {
		return Optional.ofNullable(this.tokens.get(token));
	}

	/**
	 * Replaces a token: from now on it can be used only within the grace period.
	 * @param token the token
	 * @param gracePeriod how long it may still be used, counted from the first time
	 * @return whether it could still be used now
	 */
	boolean rotate(String token, Duration gracePeriod) {
		Instant now = this.clock.instant();
		AtomicBoolean usable = new AtomicBoolean();
		this.tokens.computeIfPresent(token, (key, refreshToken) -> {
			Instant usableUntil = refreshToken.usableUntil();
			usable.set(usableUntil == null || now.isBefore(usableUntil));
			return (usableUntil != null) ? refreshToken : new RefreshToken(refreshToken.login(), now.plus(gracePeriod));
		});
		return usable.get();
	}

	private static String random(int length) {
		byte[] random = new byte[length];
		RANDOM.nextBytes(random);
		return BASE64.encodeToString(random);
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.tokens);
	}

}
