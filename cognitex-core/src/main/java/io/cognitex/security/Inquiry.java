package io.cognitex.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.cognitex.AccountChange;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.token.VerifiedAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * One question about a verified access token, and its answer when it comes. It is as old
 * as the question, since whatever happens after that the answer may not know.
 */
final class Inquiry {

	private final long askedAt;

	private final long expiresAt;

	private final String subject;

	private final @Nullable String username;

	private final CompletableFuture<KnownAccessToken> answer = new CompletableFuture<>();

	private final AtomicBoolean beingRepeated = new AtomicBoolean();

	/**
	 * A question that is about to be asked.
	 * @param askedAt the time, in milliseconds
	 * @param token the token
	 */
	Inquiry(long askedAt, VerifiedAccessToken token) {
		this.askedAt = askedAt;
		this.expiresAt = token.expiresAt().toEpochMilli();
		this.subject = token.sub();
		this.username = token.username();
	}

	/**
	 * Whether the answer may be used, be it there or still to come.
	 * @param now the time, in milliseconds
	 * @param maxAge how old it may be, in milliseconds
	 */
	boolean isFresh(long now, long maxAge) {
		long age = now - this.askedAt;
		// the clock may have been set back
		return age >= 0 && age < maxAge && now < this.expiresAt;
	}

	boolean isAnswered() {
		return this.answer.isDone() && !this.answer.isCompletedExceptionally();
	}

	/**
	 * Whether it is about a user's token.
	 */
	boolean isAbout(AccountChange change) {
		return this.subject.equals(change.subject()) || this.subject.equals(change.username())
				|| change.username().equals(this.username);
	}

	/**
	 * Lets one caller ask anew, and only one.
	 */
	boolean beginToRepeat() {
		return !this.beingRepeated.get() && this.beingRepeated.compareAndSet(false, true);
	}

	void repeatLater() {
		this.beingRepeated.set(false);
	}

	void answer(KnownAccessToken known) {
		this.answer.complete(known);
	}

	/**
	 * Ends without an answer.
	 * @param failure a {@link RuntimeException} or {@link Error}
	 */
	void fail(Throwable failure) {
		this.answer.completeExceptionally(failure);
	}

	/**
	 * Waits for the answer.
	 * @return the answer
	 * @throws RuntimeException that of the one who asked
	 */
	KnownAccessToken await() {
		try {
			return this.answer.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CognitoException(CognitoError.SERVICE_UNAVAILABLE, "Interrupted while Cognito was asked");
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) ex.getCause();
		}
	}

}
