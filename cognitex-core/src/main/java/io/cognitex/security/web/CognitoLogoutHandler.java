package io.cognitex.security.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.security.CognitoAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.util.Assert;

/**
 * Tells Cognito that somebody logs out, so that the tokens are good for nothing. Never in
 * the way of the local logout: whatever becomes of the call is logged at most, and the
 * answer is waited for only so long. {@link CognitoSessionConfigurer} adds it to logouts.
 */
public final class CognitoLogoutHandler implements LogoutHandler {

	private static final Logger logger = LoggerFactory.getLogger(CognitoLogoutHandler.class);

	private final CognitoAccountManager accounts;

	private final CognitoSignOut signOut;

	private final Duration timeout;

	private final SignOutThreads threads = new SignOutThreads();

	/**
	 * Tells this user pool.
	 * @param accounts the user pool
	 * @param signOut what to tell it
	 * @param timeout how long to wait for its answer
	 */
	public CognitoLogoutHandler(CognitoAccountManager accounts, CognitoSignOut signOut, Duration timeout) {
		Assert.notNull(accounts, "accounts cannot be null");
		Assert.notNull(signOut, "signOut cannot be null");
		Assert.notNull(timeout, "timeout cannot be null");
		this.accounts = accounts;
		this.signOut = signOut;
		this.timeout = timeout;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (this.signOut == CognitoSignOut.NONE || !(authentication instanceof CognitoAuthentication login)) {
			return;
		}
		try {
			CompletableFuture.runAsync(() -> signOut(login.getTokens()), this.threads)
				.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.warn("Cognito did not answer to a logout in {}; the tokens may be good until they run out",
					this.timeout);
		}
		catch (ExecutionException | RejectedExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			logger.warn("Cognito could not be told of a logout; the tokens are good until they run out: {}",
					cause.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void signOut(CognitoTokens tokens) {
		if (this.signOut == CognitoSignOut.GLOBAL_SIGN_OUT) {
			this.accounts.globalSignOut(tokens.accessToken());
		}
		else if (tokens.refreshToken() != null) {
			this.accounts.revokeToken(tokens);
		}
	}

}
