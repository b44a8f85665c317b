package io.cognitex.security.web;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;

/**
 * One refresh at a time for each session of this process.
 */
final class RefreshesInProgress {

	private static final String ATTRIBUTE = RefreshesInProgress.class.getName();

	private final Map<String, CompletableFuture<SecurityContext>> refreshes = new ConcurrentHashMap<>();

	/**
	 * Those of an application, whose filter chains share its sessions.
	 */
	static RefreshesInProgress of(ServletContext application) {
		synchronized (RefreshesInProgress.class) {
			if (application.getAttribute(ATTRIBUTE) instanceof RefreshesInProgress existing) {
				return existing;
			}
			RefreshesInProgress created = new RefreshesInProgress();
			application.setAttribute(ATTRIBUTE, created);
			return created;
		}
	}

	/**
	 * Refreshes, unless somebody does.
	 * @param sessionId the session
	 * @param refresh how to, which sees what others have done before
	 * @param meanwhile what to go on with while somebody else refreshes; {@code null} to
	 * wait for what comes of that
	 */
	SecurityContext refresh(String sessionId, Supplier<SecurityContext> refresh, @Nullable SecurityContext meanwhile) {
		CompletableFuture<SecurityContext> mine = new CompletableFuture<>();
		CompletableFuture<SecurityContext> others = this.refreshes.putIfAbsent(sessionId, mine);
		if (others != null) {
			return (meanwhile != null) ? meanwhile : await(others);
		}
		try {
			SecurityContext refreshed = refresh.get();
			mine.complete(refreshed);
			return refreshed;
		}
		catch (RuntimeException | Error ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.refreshes.remove(sessionId, mine);
		}
	}

	/**
	 * The one that refreshes waits for Cognito and for the session store, both of which
	 * have timeouts.
	 */
	private static SecurityContext await(CompletableFuture<SecurityContext> refresh) {
		try {
			return refresh.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
