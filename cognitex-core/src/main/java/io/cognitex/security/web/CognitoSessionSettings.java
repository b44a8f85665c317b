package io.cognitex.security.web;

import java.time.Clock;
import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How logins are kept in sessions. Put a bean of this type into the application context
 * to change it.
 *
 * @param refresh whether tokens are refreshed
 * @param refreshMargin how long before the access token runs out it is refreshed; at
 * least zero, and together with the jitter at most four minutes, because an access token
 * may live only five
 * @param refreshJitter up to how much earlier, so that logins of the same moment are not
 * refreshed in the same moment; at least zero
 * @param signOut what a logout tells Cognito
 * @param signOutTimeout how long a logout waits for Cognito's answer; more than nothing.
 * The local logout takes place in any case
 * @param clock the time, which has to be that of the account manager
 */
public record CognitoSessionSettings(boolean refresh, Duration refreshMargin, Duration refreshJitter,
		CognitoSignOut signOut, Duration signOutTimeout, Clock clock) {

	private static final Duration LONGEST = Duration.ofMinutes(4);

	public CognitoSessionSettings {
		Assert.isTrue(
				!refreshMargin.isNegative() && !refreshJitter.isNegative()
						&& refreshMargin.plus(refreshJitter).compareTo(LONGEST) <= 0,
				"refreshMargin and refreshJitter must not be negative, and at most four minutes together");
		Assert.isTrue(signOutTimeout.compareTo(Duration.ZERO) > 0, "signOutTimeout must be positive");
	}

	/**
	 * A refresh 60 to 90 seconds before the access token runs out, and a logout that
	 * revokes the login and waits three seconds at most.
	 * @return the settings
	 */
	public static CognitoSessionSettings withDefaults() {
		return new CognitoSessionSettings(true, Duration.ofSeconds(60), Duration.ofSeconds(30),
				CognitoSignOut.REVOKE_TOKEN, Duration.ofSeconds(3), Clock.systemUTC());
	}

	/**
	 * The same with another clock.
	 * @param clock the clock
	 * @return the settings
	 */
	public CognitoSessionSettings withClock(Clock clock) {
		return new CognitoSessionSettings(this.refresh, this.refreshMargin, this.refreshJitter, this.signOut,
				this.signOutTimeout, clock);
	}

	/**
	 * The same with another sign-out.
	 * @param signOut what a logout tells Cognito
	 * @return the settings
	 */
	public CognitoSessionSettings withSignOut(CognitoSignOut signOut) {
		return new CognitoSessionSettings(this.refresh, this.refreshMargin, this.refreshJitter, signOut,
				this.signOutTimeout, this.clock);
	}

}
