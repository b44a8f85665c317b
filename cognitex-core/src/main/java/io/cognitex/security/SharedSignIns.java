package io.cognitex.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import io.cognitex.SignIn;

/**
 * Sign-ins under way, so that those with the same credentials are one.
 */
final class SharedSignIns {

	private final ConcurrentMap<KeyedHash.Value, CompletableFuture<SignIn>> underWay = new ConcurrentHashMap<>();

	/**
	 * Signs in, or waits for the sign-in with the same credentials that is under way.
	 */
	SignIn signIn(KeyedHash.Value credentials, Supplier<SignIn> signIn) {
		CompletableFuture<SignIn> own = new CompletableFuture<>();
		CompletableFuture<SignIn> other = this.underWay.putIfAbsent(credentials, own);
		return (other != null) ? await(other) : signIn(credentials, own, signIn);
	}

	private SignIn signIn(KeyedHash.Value credentials, CompletableFuture<SignIn> own, Supplier<SignIn> signIn) {
		try {
			SignIn outcome = signIn.get();
			own.complete(outcome);
			return outcome;
		}
		catch (Throwable ex) {
			own.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.underWay.remove(credentials, own);
		}
	}

	private static SignIn await(CompletableFuture<SignIn> other) {
		try {
			return other.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	/**
	 * Nobody will join what is under way now.
	 */
	void clear() {
		this.underWay.clear();
	}

}
