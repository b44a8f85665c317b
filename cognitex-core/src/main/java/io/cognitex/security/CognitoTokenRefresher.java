package io.cognitex.security;

import java.time.Clock;
import java.util.Collection;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoTokens;
import io.cognitex.jwt.MalformedJwtException;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.util.Assert;

/**
 * Makes the login of a session last: gets new tokens for it, and makes of them the user
 * anew, with the attributes, groups and authorities of now. What was proven at login, and
 * when, stays as it was.
 *
 * <p>
 * Safe for use by many threads. It does not see to it that a login is refreshed by one of
 * them only, and does not store the new tokens: with rotation that is to be done before
 * they are used.
 */
public final class CognitoTokenRefresher {

	private final CognitoAccountManager accounts;

	private final TokenPrincipals principals;

	private final Outage outage;

	/**
	 * Refreshes with this user pool.
	 * @param accounts the user pool
	 * @param authoritiesMapper decides what a user may do; the same as at login
	 */
	public CognitoTokenRefresher(CognitoAccountManager accounts, CognitoAuthoritiesMapper authoritiesMapper) {
		this(accounts, authoritiesMapper, Clock.systemUTC());
	}

	/**
	 * Refreshes with this user pool.
	 * @param accounts the user pool
	 * @param authoritiesMapper decides what a user may do; the same as at login
	 * @param clock the time, by which Cognito is left alone for a moment after a failure
	 */
	public CognitoTokenRefresher(CognitoAccountManager accounts, CognitoAuthoritiesMapper authoritiesMapper,
			Clock clock) {
		Assert.notNull(accounts, "accounts cannot be null");
		Assert.notNull(authoritiesMapper, "authoritiesMapper cannot be null");
		Assert.notNull(clock, "clock cannot be null");
		this.accounts = accounts;
		this.principals = new TokenPrincipals(authoritiesMapper);
		this.outage = new Outage(clock, "logins to refresh");
	}

	/**
	 * Refreshes a login. A refresh whose answer was lost is tried a second time at once,
	 * which within the grace period of rotation repairs it.
	 * @param login a login with a refresh token
	 * @return the same login with new tokens
	 * @throws CognitoException if Cognito refuses, for good as {@link #isRefusal} says,
	 * or cannot be asked
	 */
	public CognitoAuthentication refresh(CognitoAuthentication login) {
		CognitoTokens tokens = issue(login.getTokens());
		CognitoPrincipal principal = principal(tokens);
		if (!principal.getSubject().equals(login.getPrincipal().getSubject())) {
			throw broken("the new tokens are of another user");
		}
		return login.toBuilder()
			.principal(principal)
			.tokens(tokens)
			.authorities((authorities) -> replace(authorities, login.getPrincipal(), principal))
			.build();
	}

	/**
	 * Whether a login has come to its end, as opposed to an outage, or a mistake in the
	 * configuration of pool or application.
	 * @param ex what {@link #refresh} threw
	 * @return whether to end the session
	 */
	public static boolean isRefusal(CognitoException ex) {
		return CognitoAccessTokenIntrospector.isRefusal(ex);
	}

	private CognitoTokens issue(CognitoTokens tokens) {
		Outage.Attempt attempt = this.outage.begin();
		try {
			CognitoTokens issued = issueOrRepeat(tokens);
			this.outage.answered();
			return issued;
		}
		catch (CognitoException ex) {
			if (isRefusal(ex)) {
				this.outage.answered();
			}
			else {
				this.outage.failed(attempt, ex);
			}
			throw ex;
		}
	}

	private CognitoTokens issueOrRepeat(CognitoTokens tokens) {
		try {
			return this.accounts.refresh(tokens);
		}
		catch (CognitoException ex) {
			if (ex.error() != CognitoError.SERVICE_UNAVAILABLE) {
				throw ex;
			}
			return this.accounts.refresh(tokens);
		}
	}

	private CognitoPrincipal principal(CognitoTokens tokens) {
		try {
			return this.principals.read(tokens);
		}
		catch (MalformedJwtException | IllegalArgumentException ex) {
			throw broken("the new tokens cannot be read");
		}
	}

	/**
	 * What is not the principal's (factors, and what the application added) stays.
	 */
	private static void replace(Collection<GrantedAuthority> authorities, CognitoPrincipal before,
			CognitoPrincipal after) {
		authorities.removeAll(before.getAuthorities());
		authorities.addAll(after.getAuthorities());
	}

	private static CognitoException broken(String reason) {
		return new CognitoException(CognitoError.SERVICE_UNAVAILABLE, "Cognito cannot be understood: " + reason);
	}

}
