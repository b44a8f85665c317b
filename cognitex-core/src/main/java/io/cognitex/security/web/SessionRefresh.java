package io.cognitex.security.web;

import java.util.Iterator;
import java.util.List;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoSessionRefreshedEvent;
import io.cognitex.security.CognitoTokenRefresher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Refreshes the login of a request's session when it is time to.
 *
 * <p>
 * Of the requests of a session, in this process and in others, one refreshes. It reads
 * the session anew before it asks Cognito and before it stores what it got, and leaves
 * alone what others have stored: whoever is late goes on with that.
 */
final class SessionRefresh {

	/**
	 * How long another process that has refreshed with the same token may take until its
	 * tokens are in the session, and how long a session store may fail, in milliseconds.
	 */
	private static final List<Long> PAUSES = List.of(20L, 50L, 100L, 200L, 400L, 800L);

	private final CognitoTokenRefresher refresher;

	private final RefreshTimes times;

	private final ReusedRefreshTokens reused;

	private final LocalLogins localLogins;

	private final SessionEnd sessionEnd;

	private final SecurityContextHolderStrategy strategy;

	private final ApplicationEventPublisher events;

	private final Pause pause;

	SessionRefresh(CognitoTokenRefresher refresher, RefreshTimes times, SecurityContextRepository repository,
			SessionEnd sessionEnd, SecurityContextHolderStrategy strategy, ApplicationEventPublisher events,
			Pause pause) {
		this.refresher = refresher;
		this.times = times;
		this.reused = new ReusedRefreshTokens(times.clock());
		this.localLogins = new LocalLogins(repository);
		this.sessionEnd = sessionEnd;
		this.strategy = strategy;
		this.events = events;
		this.pause = pause;
	}

	/**
	 * The login to go on with.
	 * @param context the login as the request has read it
	 * @return the same, or a newer one; empty if the session has come to its end
	 * @throws SessionUnavailableException if the access token has run out and Cognito
	 * cannot be asked
	 */
	SecurityContext refresh(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		CognitoAuthentication login = StoredLogins.login(context);
		HttpSession session = request.getSession(false);
		if (login == null || session == null || !this.times.isDue(login.getTokens())) {
			return context;
		}
		boolean alive = isAlive(login);
		if (alive && this.reused.contains(session.getId())) {
			return context;
		}
		return RefreshesInProgress.of(request.getServletContext())
			.refresh(session.getId(), () -> refreshStored(request, response), alive ? context : null);
	}

	private SecurityContext refreshStored(HttpServletRequest request, HttpServletResponse response) {
		StoredLogins shared = SpringSessionLogins.of(request);
		StoredLogins logins = (shared != null) ? shared : this.localLogins;
		SecurityContext stored = logins.load(request);
		CognitoAuthentication login = StoredLogins.login(stored);
		if (stored == null || login == null) {
			return this.strategy.createEmptyContext();
		}
		if (!this.times.isDue(login.getTokens())) {
			return stored;
		}
		try {
			return store(this.refresher.refresh(login), stored, logins, request, response);
		}
		catch (CognitoException ex) {
			if (CognitoTokenRefresher.isRefusal(ex)) {
				return refused(ex, stored, login, logins, request, response);
			}
			if (isAlive(login)) {
				return stored;
			}
			SecurityContext others = logins.areShared() ? newer(login, logins, request) : null;
			if (others != null) {
				return others;
			}
			throw new SessionUnavailableException(ex);
		}
	}

	private SecurityContext store(CognitoAuthentication refreshed, SecurityContext before, StoredLogins logins,
			HttpServletRequest request, HttpServletResponse response) {
		SecurityContext after = this.strategy.createEmptyContext();
		after.setAuthentication(refreshed);
		SecurityContext stored = storePatiently(before, after, logins, request, response);
		if (stored == null || StoredLogins.tokens(stored) == null) {
			return this.strategy.createEmptyContext();
		}
		if (refreshed.getTokens().equals(StoredLogins.tokens(stored))) {
			this.events.publishEvent(new CognitoSessionRefreshedEvent(refreshed));
		}
		return stored;
	}

	/**
	 * Nobody else has the new tokens, and with rotation the old ones are void: they are
	 * not given up because the store fails for a moment. What failed may have been done.
	 */
	private @Nullable SecurityContext storePatiently(SecurityContext before, SecurityContext after, StoredLogins logins,
			HttpServletRequest request, HttpServletResponse response) {
		Iterator<Long> pauses = PAUSES.iterator();
		while (true) {
			try {
				return logins.replace(before, after, request, response);
			}
			catch (RuntimeException ex) {
				if (!pauses.hasNext() || !pause(pauses.next())) {
					throw ex;
				}
			}
		}
	}

	/**
	 * A refresh token that was used before may have been used by another process, which
	 * has until the end of the access token to store what it got.
	 */
	private SecurityContext refused(CognitoException refusal, SecurityContext stored, CognitoAuthentication login,
			StoredLogins logins, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext others = newer(login, logins, request);
		if (others == null && logins.areShared() && refusal.error() == CognitoError.REFRESH_TOKEN_REUSE) {
			if (isAlive(login)) {
				HttpSession session = request.getSession(false);
				if (session != null) {
					this.reused.add(session.getId());
				}
				return stored;
			}
			others = awaitNewer(login, logins, request);
		}
		if (others != null) {
			return others;
		}
		this.sessionEnd.end(login, refusal.error(), request, response);
		return this.strategy.createEmptyContext();
	}

	private @Nullable SecurityContext awaitNewer(CognitoAuthentication login, StoredLogins logins,
			HttpServletRequest request) {
		for (long millis : PAUSES) {
			if (!pause(millis)) {
				return null;
			}
			SecurityContext others = newer(login, logins, request);
			if (others != null) {
				return others;
			}
		}
		return null;
	}

	/**
	 * @return whether to go on after it
	 */
	private boolean pause(long millis) {
		try {
			this.pause.make(millis);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * What others have stored since: a login with other tokens, or that there is none.
	 * @return {@code null} if nothing has changed
	 */
	private @Nullable SecurityContext newer(CognitoAuthentication login, StoredLogins logins,
			HttpServletRequest request) {
		SecurityContext stored = logins.load(request);
		CognitoAuthentication others = StoredLogins.login(stored);
		if (stored == null || others == null) {
			return this.strategy.createEmptyContext();
		}
		return others.getTokens().equals(login.getTokens()) ? null : stored;
	}

	private boolean isAlive(CognitoAuthentication login) {
		return this.times.isAlive(login.getTokens());
	}

}
