package io.cognitex.security.web;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.security.CognitoAuthentication;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Ends logins of a user beyond the session of a request: at Cognito, and in this
 * application's sessions, as far as they can be {@linkplain UserSessions found}. A
 * session that cannot be found ends when its tokens are to be refreshed.
 */
public final class CognitoSessions {

	private final CognitoAccountManager accounts;

	private final UserSessions sessions;

	/**
	 * Ends logins of this user pool.
	 * @param accounts the user pool
	 * @param sessions knows the sessions of this application
	 */
	public CognitoSessions(CognitoAccountManager accounts, UserSessions sessions) {
		Assert.notNull(accounts, "accounts cannot be null");
		Assert.notNull(sessions, "sessions cannot be null");
		this.accounts = accounts;
		this.sessions = sessions;
	}

	/**
	 * Signs a user out everywhere, the session of the request among it.
	 * @param user who is logged in
	 * @throws CognitoException if Cognito refuses or cannot be asked. The sessions of
	 * this application have been ended all the same
	 */
	public void signOutEverywhere(CognitoAuthentication user) {
		try {
			this.accounts.globalSignOut(user.getTokens().accessToken());
		}
		finally {
			this.sessions.end(user.getName(), null);
		}
	}

	/**
	 * Signs any user out everywhere. Needs AWS credentials with
	 * {@code cognito-idp:AdminGetUser} and {@code cognito-idp:AdminUserGlobalSignOut}.
	 * @param username the user, by any name that signs in
	 * @throws CognitoException as
	 * {@link CognitoAccountManager#adminUserGlobalSignOut(String)} does, in which case no
	 * session has been ended
	 */
	public void adminSignOut(String username) {
		String canonicalUsername = this.accounts.adminGetUser(username).username();
		this.accounts.adminUserGlobalSignOut(canonicalUsername);
		this.sessions.end(canonicalUsername, null);
	}

	/**
	 * Ends the user's other sessions in this application, after a change of the password,
	 * say. Their tokens stay good until they run out: Cognito can only revoke all of a
	 * user, those of this session among them.
	 * @param user who is logged in
	 * @param sessionId the session that goes on; {@code null} for none
	 */
	public void endOthers(CognitoAuthentication user, @Nullable String sessionId) {
		this.sessions.end(user.getName(), sessionId);
	}

}
