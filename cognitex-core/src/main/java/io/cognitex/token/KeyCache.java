package io.cognitex.token;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool's keys, fetched when the first token comes, when a token names a key that is not
 * known, and once in an hour, so that a key which the pool has given up does not stay.
 * One thread fetches at a time. A flood of tokens with invented key ids causes one fetch
 * in {@link #PAUSE}; an outage leaves the known keys in use.
 */
final class KeyCache {

	/** At least so long between two fetches. */
	static final Duration PAUSE = Duration.ofSeconds(30);

	/** The same, after a failure, as long as there are no keys at all. */
	static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(1);

	/** After this long, keys are fetched anew. */
	static final Duration MAX_AGE = Duration.ofHours(1);

	private static final Logger logger = LoggerFactory.getLogger(KeyCache.class);

	private final JwkSetClient client;

	private final Clock clock;

	private final ReentrantLock fetching = new ReentrantLock();

	private volatile Keys keys = new Keys(Map.of(), Instant.MIN);

	// guarded by "fetching"

	private Instant nextFetch = Instant.MIN;

	private @Nullable IOException lastFailure;

	KeyCache(JwkSetClient client, Clock clock) {
		this.client = client;
		this.clock = clock;
	}

	/**
	 * The key of that id.
	 * @param keyId as a token names it
	 * @return the key, or {@code null} if the pool has none of that id
	 * @throws CognitoException {@link CognitoError#SERVICE_UNAVAILABLE} if the pool could
	 * not be asked
	 */
	@Nullable RSAPublicKey get(String keyId) {
		RSAPublicKey key = this.keys.get(keyId);
		if (key == null) {
			return fetchAndGet(keyId);
		}
		if (this.clock.instant().isBefore(this.keys.refreshAt()) || !this.fetching.tryLock()) {
			return key;
		}
		try {
			fetchIfDue();
			return this.keys.get(keyId);
		}
		finally {
			this.fetching.unlock();
		}
	}

	private @Nullable RSAPublicKey fetchAndGet(String keyId) {
		this.fetching.lock();
		try {
			RSAPublicKey key = this.keys.get(keyId);
			if (key != null) {
				return key;
			}
			fetchIfDue();
			key = this.keys.get(keyId);
			if (key == null && this.lastFailure != null) {
				throw new CognitoException(CognitoError.SERVICE_UNAVAILABLE, CognitoError.SERVICE_UNAVAILABLE.status(),
						"The user pool's keys cannot be had", this.lastFailure);
			}
			return key;
		}
		finally {
			this.fetching.unlock();
		}
	}

	private void fetchIfDue() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.nextFetch)) {
			return;
		}
		try {
			this.keys = new Keys(this.client.fetch(), now.plus(MAX_AGE));
			this.lastFailure = null;
		}
		catch (IOException ex) {
			this.lastFailure = ex;
			logger.warn("The user pool's keys cannot be had ({} stay in use): {}", this.keys.byId().size(),
					ex.toString());
		}
		// counted from the end: those who waited for a fetch in vain do not each wait for
		// one of their own
		this.nextFetch = this.clock.instant().plus(this.keys.byId().isEmpty() ? PAUSE_WITHOUT_KEYS : PAUSE);
	}

	private record Keys(Map<String, RSAPublicKey> byId, Instant refreshAt) {

		@Nullable RSAPublicKey get(String keyId) {
			return this.byId.get(keyId);
		}

	}

}
