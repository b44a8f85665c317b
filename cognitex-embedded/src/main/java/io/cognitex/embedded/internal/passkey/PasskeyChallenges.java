package io.cognitex.embedded.internal.passkey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.cognitex.embedded.internal.state.Snapshot;
import io.cognitex.embedded.internal.state.Stateful;

/**
 * The registrations that have begun, at most one for a user: the newest.
 */
public final class PasskeyChallenges implements Stateful {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Duration VALIDITY = Duration.ofMinutes(5);

	private final Map<String, Pending> pending = new ConcurrentHashMap<>();

	private final Clock clock;

	public PasskeyChallenges(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A new challenge.
	 * @return 32 random bytes
	 */
	public static byte[] random() {
		byte[] challenge = new byte[32];
		RANDOM.nextBytes(challenge);
		return challenge;
	}

	/**
	 * Begins a registration.
	 * @param account pool and user
	 * @param clientId the app client
	 * @return the challenge
	 */
	public byte[] begin(String account, String clientId) {
		byte[] challenge = random();
		this.pending.put(account, new Pending(challenge, clientId, this.clock.instant().plus(VALIDITY)));
		return challenge;
	}

	/**
	 * Takes a registration up again; it is then used up.
	 * @param account pool and user
	 * @return what was begun, unless it has expired
	 */
	public Optional<Pending> take(String account) {
		return Optional.ofNullable(this.pending.remove(account))
			.filter((begun) -> this.clock.instant().isBefore(begun.expiresAt()));
	}

	@Override
	public Snapshot snapshot() {
		return Snapshot.of(this.pending, UnaryOperator.identity());
	}

	/**
	 * A registration that has begun.
	 *
	 * @param challenge the challenge
	 * @param clientId the app client
	 * @param expiresAt when it ends
	 */
	public record Pending(byte[] challenge, String clientId, Instant expiresAt) {

		@Override
		public String toString() {
			return "Pending[clientId=" + this.clientId + "]";
		}

	}

}
