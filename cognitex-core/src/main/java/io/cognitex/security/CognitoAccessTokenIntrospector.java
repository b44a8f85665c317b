package io.cognitex.security;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.cognitex.AccountChange;
import io.cognitex.AccountChangeListener;
import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoException;
import io.cognitex.token.CognitoTokenVerifier;
import io.cognitex.token.VerifiedAccessToken;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.AuthenticationException;

/**
 * Knows whose an access token is, and remembers it for a while, so that neither the
 * signature has to be verified nor Cognito to be asked with every request.
 *
 * <p>
 * A token that is not known is verified locally first: signature, issuer, expiry, use and
 * app client. It turns forged and foreign tokens away without a call; that it comes first
 * is not for speed alone, because Cognito's {@code GetUser} accepts the tokens of every
 * pool in the region. Then {@code GetUser} is asked, which knows of revocation and of
 * disabled users, and tells the user's attributes. The answer is remembered for
 * {@linkplain CognitoAccessTokenIntrospectorBuilder#maxStaleness the time that the
 * application chooses}, counted from the question: nothing is accepted that was revoked
 * longer ago.
 *
 * <ul>
 * <li>However many requests wait for the same token, one call is made for them.</li>
 * <li>A token that is in use is asked for anew before its time is over, in the
 * background, so that no request waits.</li>
 * <li>While Cognito is down, slow or throttling, what is fresh is served, and calls are
 * held back for moments that grow up to five seconds.</li>
 * <li>What is remembered is bounded, holds no token, and is forgotten when the user logs
 * out, or changes the account through {@link CognitoAccountManager}. Refusals are not
 * remembered.</li>
 * </ul>
 *
 * <p>
 * One object serves all filter chains. Safe for use by many threads.
 */
public final class CognitoAccessTokenIntrospector
		implements AccountChangeListener, ApplicationListener<LogoutSuccessEvent> {

	private final CognitoTokenVerifier verifier;

	private final UserInquirer inquirer;

	private final Inquiries inquiries;

	private final KeyedHash hash = new KeyedHash();

	private final AccessTokenCounters counters;

	private final Executor executor;

	CognitoAccessTokenIntrospector(CognitoTokenVerifier verifier, UserInquirer inquirer, Inquiries inquiries,
			AccessTokenCounters counters, Executor executor) {
		this.verifier = verifier;
		this.inquirer = inquirer;
		this.inquiries = inquiries;
		this.counters = counters;
		this.executor = executor;
	}

	/**
	 * Begins to make an introspector.
	 * @param verifier the local check
	 * @param accounts the user pool
	 * @return a builder whose settings all have a default
	 */
	public static CognitoAccessTokenIntrospectorBuilder builder(CognitoTokenVerifier verifier,
			CognitoAccountManager accounts) {
		return new CognitoAccessTokenIntrospectorBuilder(verifier, accounts);
	}

	/**
	 * Finds out whose a token is.
	 * @throws CognitoException if the token is not good, or cannot be checked
	 * @throws AuthenticationException if it lacks a scope
	 */
	KnownAccessToken introspect(String token) {
		KeyedHash.Value key = this.hash.of(token);
		Inquiry inquiry = this.inquiries.find(key);
		if (inquiry != null && inquiry.isAnswered()) {
			this.counters.hit();
			if (this.inquiries.isDue(inquiry)) {
				repeat(key, inquiry, token);
			}
			return inquiry.await();
		}
		this.counters.missed();
		try {
			return (inquiry != null) ? inquiry.await() : inquire(key, token);
		}
		catch (CognitoException ex) {
			this.counters.count(isRefusal(ex));
			throw ex;
		}
		catch (AuthenticationException ex) {
			this.counters.count(true);
			throw ex;
		}
	}

	private KnownAccessToken inquire(KeyedHash.Value key, String token) {
		VerifiedAccessToken verified = this.verifier.verifyAccessToken(token);
		this.inquirer.check(verified);
		Inquiry mine = this.inquiries.create(verified);
		Inquiry inquiry = this.inquiries.add(key, mine);
		if (inquiry == mine) {
			ask(key, mine, token, verified);
		}
		return inquiry.await();
	}

	private void ask(KeyedHash.Value key, Inquiry inquiry, String token, VerifiedAccessToken verified) {
		try {
			inquiry.answer(this.inquirer.ask(token, verified));
		}
		catch (RuntimeException | Error ex) {
			this.inquiries.forget(key, inquiry);
			inquiry.fail(ex);
		}
	}

	private void repeat(KeyedHash.Value key, Inquiry old, String token) {
		if (old.beginToRepeat()) {
			try {
				this.executor.execute(() -> repeatNow(key, old, token));
			}
			catch (RejectedExecutionException ex) {
				old.repeatLater();
			}
		}
	}

	private void repeatNow(KeyedHash.Value key, Inquiry old, String token) {
		try {
			VerifiedAccessToken verified = this.verifier.verifyAccessToken(token);
			Inquiry inquiry = this.inquiries.create(verified);
			inquiry.answer(this.inquirer.ask(token, verified));
			this.inquiries.replace(key, old, inquiry);
		}
		catch (CognitoException ex) {
			if (isRefusal(ex)) {
				this.inquiries.forget(key, old);
			}
			else {
				old.repeatLater();
			}
		}
	}

	/**
	 * Whether the token is not good, as opposed to Cognito or this application.
	 */
	static boolean isRefusal(CognitoException ex) {
		return switch (ex.error().kind()) {
			case INPUT, CREDENTIALS, CONFLICT, ACCOUNT_STATE -> true;
			case LIMIT, UNAVAILABLE, CONFIGURATION -> false;
		};
	}

	/**
	 * What became of the tokens so far.
	 * @return the numbers, each exact, but not all of the same moment
	 */
	public AccessTokenStatistics statistics() {
		return this.counters.statistics(this.inquiries.size());
	}

	/**
	 * Forgets a user's tokens, so that Cognito is asked when they come again.
	 */
	@Override
	public void accountChanged(AccountChange change) {
		this.inquiries.forget(change);
	}

	/**
	 * Forgets the tokens of a user who logged out.
	 */
	@Override
	public void onApplicationEvent(LogoutSuccessEvent event) {
		if (event.getAuthentication().getPrincipal() instanceof CognitoPrincipal user) {
			accountChanged(new AccountChange(user.getName(), user.getSubject()));
		}
	}

}
