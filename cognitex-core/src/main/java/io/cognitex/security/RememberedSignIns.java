package io.cognitex.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cognitex.SignIn;
import io.cognitex.jwt.MalformedJwtException;
import io.cognitex.jwt.UnverifiedJwt;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins that Cognito did not refuse.
 */
final class RememberedSignIns {

	private final Cache<KeyedHash.Value, Entry> cache;

	private final AtomicLong changes = new AtomicLong();

	private final Duration timeToLive;

	private final Clock clock;

	RememberedSignIns(Duration timeToLive, int maximumSize, Clock clock) {
		this.timeToLive = timeToLive;
		this.clock = clock;
		this.cache = Caffeine.newBuilder()
			.maximumSize(maximumSize)
			.expireAfterWrite(timeToLive)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	@Nullable SignIn find(KeyedHash.Value credentials) {
		Entry entry = this.cache.getIfPresent(credentials);
		return (entry != null && entry.isGoodAt(this.clock.instant())) ? entry.signIn() : null;
	}

	/**
	 * How many changes there were, to be told to {@link #add}.
	 */
	long changes() {
		return this.changes.get();
	}

	/**
	 * Remembers a sign-in, unless it may have been overtaken by a change: its password
	 * may be an old one by now.
	 */
	void add(KeyedHash.Value credentials, SignIn signIn, long changes) {
		Entry entry = entry(signIn);
		this.cache.put(credentials, entry);
		if (this.changes.get() != changes) {
			this.cache.asMap().remove(credentials, entry);
		}
	}

	private Entry entry(SignIn signIn) {
		Instant now = this.clock.instant();
		Instant until = now.plus(this.timeToLive);
		if (signIn instanceof SignIn.Completed completed) {
			Instant expiresAt = completed.tokens().expiresAt();
			return new Entry(signIn, subject(completed), now, expiresAt.isBefore(until) ? expiresAt : until);
		}
		return new Entry(signIn, null, now, until);
	}

	private static @Nullable String subject(SignIn.Completed completed) {
		try {
			return UnverifiedJwt.parse(completed.tokens().accessToken()).text("sub");
		}
		catch (MalformedJwtException ex) {
			return null;
		}
	}

	/**
	 * Forgets a user.
	 * @param subject the user's id; {@code null} for all users
	 */
	void forget(@Nullable String subject) {
		this.changes.incrementAndGet();
		this.cache.asMap().values().removeIf((entry) -> subject == null || entry.isOf(subject));
	}

	/**
	 * A sign-in.
	 *
	 * @param signIn what Cognito answered
	 * @param subject the user's id, if it is known
	 * @param from when it was answered
	 * @param until when it is to be forgotten
	 */
	private record Entry(SignIn signIn, @Nullable String subject, Instant from, Instant until) {

		boolean isGoodAt(Instant now) {
			// the clock may have been set back
			return !now.isBefore(this.from) && now.isBefore(this.until);
		}

		boolean isOf(String subject) {
			return this.subject == null || this.subject.equals(subject);
		}

	}

}
