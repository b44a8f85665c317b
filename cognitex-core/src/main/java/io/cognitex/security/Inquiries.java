package io.cognitex.security;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cognitex.AccountChange;
import io.cognitex.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * The inquiries that are remembered: those under way, so that nobody asks the same at the
 * same time, and those with an answer that is fresh. Bounded, and without the tokens.
 */
final class Inquiries {

	private final Cache<KeyedHash.Value, Inquiry> cache;

	private final Clock clock;

	private final long maxAge;

	private final long repeatAtAge;

	/**
	 * Remembers so much for so long.
	 * @param maxAge how old an answer may be; zero for not remembered at all
	 * @param repeatAhead how long before that it is to be asked anew, while it is used
	 * @param maximumSize of how many tokens
	 * @param clock the time
	 */
	Inquiries(Duration maxAge, Duration repeatAhead, long maximumSize, Clock clock) {
		this.maxAge = maxAge.toMillis();
		this.repeatAtAge = maxAge.minus(repeatAhead).toMillis();
		this.clock = clock;
		this.cache = Caffeine.newBuilder()
			.maximumSize(maximumSize)
			.expireAfterWrite(maxAge)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	/**
	 * The inquiry about a token.
	 * @param token stands for the token
	 * @return an inquiry whose answer may be used; {@code null} if there is none
	 */
	@Nullable Inquiry find(KeyedHash.Value token) {
		Inquiry inquiry = this.cache.getIfPresent(token);
		return isUsable(inquiry) ? inquiry : null;
	}

	/**
	 * Whether an answer will soon be too old.
	 */
	boolean isDue(Inquiry inquiry) {
		return !inquiry.isFresh(this.clock.millis(), this.repeatAtAge);
	}

	/**
	 * A new inquiry, which is not remembered.
	 */
	Inquiry create(VerifiedAccessToken verified) {
		return new Inquiry(this.clock.millis(), verified);
	}

	/**
	 * Remembers an inquiry, unless there is one whose answer may be used.
	 * @param token stands for the token
	 * @param inquiry the new one
	 * @return the one that counts
	 */
	Inquiry add(KeyedHash.Value token, Inquiry inquiry) {
		if (this.maxAge == 0) {
			return inquiry;
		}
		return this.cache.asMap().compute(token, (key, other) -> isUsable(other) ? other : inquiry);
	}

	private boolean isUsable(@Nullable Inquiry inquiry) {
		return inquiry != null && inquiry.isFresh(this.clock.millis(), this.maxAge);
	}

	/**
	 * Puts a new inquiry in the place of an old one, unless that has been forgotten.
	 */
	void replace(KeyedHash.Value token, Inquiry old, Inquiry inquiry) {
		this.cache.asMap().replace(token, old, inquiry);
	}

	void forget(KeyedHash.Value token, Inquiry inquiry) {
		this.cache.asMap().remove(token, inquiry);
	}

	/**
	 * Forgets a user's tokens. What is asked at the moment will not be remembered.
	 */
	void forget(AccountChange change) {
		this.cache.asMap().values().removeIf((inquiry) -> inquiry.isAbout(change));
	}

	long size() {
		return this.cache.estimatedSize();
	}

}
