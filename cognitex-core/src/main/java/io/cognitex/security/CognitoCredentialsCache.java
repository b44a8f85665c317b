package io.cognitex.security;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.cognitex.AccountChange;
import io.cognitex.AccountChangeListener;
import io.cognitex.CognitoException;
import io.cognitex.SignIn;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.util.Assert;

/**
 * Remembers for a moment which usernames and passwords Cognito has accepted, so that not
 * every request with HTTP Basic is a sign-in: those are limited to 120 a second for all
 * pools of an AWS account. Give it to a {@link CognitoAuthenticationProvider}; form login
 * does not use it.
 *
 * <ul>
 * <li>What Cognito accepted is good for the time to live, at most until its tokens run
 * out, and no longer than until the user changes the password or signs out through this
 * application. A change that is made elsewhere is seen within the time to live.</li>
 * <li>What Cognito refused is never good. Credentials that Cognito has refused five times
 * are refused for a second without a call, and for twice as long after each further
 * refusal, up to the time to live: Cognito's own lockout goes by the same rule. Any
 * change that is made through this application ends it.</li>
 * <li>A sign-in that needs another step, which HTTP Basic cannot ask for, is told again
 * for the time to live, so that not every request sends a code to the user.</li>
 * <li>Requests with the same credentials that come while Cognito is asked wait for its
 * answer. An outage is not remembered.</li>
 * </ul>
 *
 * <p>
 * Credentials are kept as a hash with a key of this object, and compared in constant
 * time; with it are kept the tokens, some 6 kB for each entry.
 */
public final class CognitoCredentialsCache implements AccountChangeListener, ApplicationListener<LogoutSuccessEvent> {

	private static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofSeconds(30);

	private static final int DEFAULT_MAXIMUM_SIZE = 1000;

	private final KeyedHash hash = new KeyedHash();

	private final SharedSignIns sharedSignIns = new SharedSignIns();

	private final RememberedSignIns signIns;

	private final RememberedRefusals refusals;

	private final boolean enabled;

	/**
	 * A cache of at most 1,000 users for 30 seconds.
	 */
	public CognitoCredentialsCache() {
		this(DEFAULT_TIME_TO_LIVE, DEFAULT_MAXIMUM_SIZE);
	}

	/**
	 * A cache of this size.
	 * @param timeToLive for how long credentials are good; zero to remember nothing
	 * @param maximumSize how many are remembered, and as many refusals
	 */
	public CognitoCredentialsCache(Duration timeToLive, int maximumSize) {
		this(timeToLive, maximumSize, Clock.systemUTC());
	}

	/**
	 * A cache that goes by this clock.
	 * @param timeToLive for how long credentials are good; zero to remember nothing
	 * @param maximumSize how many are remembered, and as many refusals
	 * @param clock the clock
	 */
	public CognitoCredentialsCache(Duration timeToLive, int maximumSize, Clock clock) {
		Assert.notNull(timeToLive, "timeToLive cannot be null");
		Assert.isTrue(!timeToLive.isNegative(), "timeToLive cannot be negative");
		Assert.isTrue(maximumSize > 0, "maximumSize must be positive");
		Assert.notNull(clock, "clock cannot be null");
		this.enabled = !timeToLive.isZero();
		this.signIns = new RememberedSignIns(timeToLive, maximumSize, clock);
		this.refusals = new RememberedRefusals(timeToLive, maximumSize, clock);
	}

	/**
	 * Signs in, or tells what came of it the last time.
	 * @param username as it was typed
	 * @param password the password
	 * @param cognito signs in with both
	 * @return the outcome
	 * @throws CognitoException as Cognito refused it, now or the last time
	 */
	SignIn signIn(String username, String password, Supplier<SignIn> cognito) {
		if (!this.enabled) {
			return cognito.get();
		}
		KeyedHash.Value credentials = this.hash.of(username.length() + ":" + username + password);
		SignIn known = known(credentials);
		return (known != null) ? known : this.sharedSignIns.signIn(credentials, () -> ask(credentials, cognito));
	}

	private @Nullable SignIn known(KeyedHash.Value credentials) {
		SignIn signIn = this.signIns.find(credentials);
		if (signIn == null) {
			this.refusals.check(credentials);
		}
		return signIn;
	}

	private SignIn ask(KeyedHash.Value credentials, Supplier<SignIn> cognito) {
		// another thread may have been told between our look and our turn
		SignIn known = known(credentials);
		if (known != null) {
			return known;
		}
		long changes = this.signIns.changes();
		try {
			SignIn signIn = cognito.get();
			this.refusals.forget(credentials);
			this.signIns.add(credentials, signIn, changes);
			return signIn;
		}
		catch (CognitoException ex) {
			this.refusals.add(credentials, ex);
			throw ex;
		}
	}

	/**
	 * Forgets everything, such as after passwords were changed past this application.
	 */
	public void clear() {
		forget(null);
	}

	/**
	 * Forgets a user.
	 */
	@Override
	public void accountChanged(AccountChange change) {
		forget(change.subject());
	}

	/**
	 * Forgets a user who has signed out.
	 */
	@Override
	public void onApplicationEvent(LogoutSuccessEvent event) {
		if (event.getAuthentication().getPrincipal() instanceof CognitoPrincipal principal) {
			forget(principal.getSubject());
		}
	}

	/**
	 * Forgets a user, or all: a user whose id is not known can have signed in under any
	 * name. Refusals and sign-ins under way are always forgotten, since it is not known
	 * whose they are.
	 */
	private void forget(@Nullable String subject) {
		this.signIns.forget(subject);
		this.refusals.clear();
		this.sharedSignIns.clear();
	}

}
