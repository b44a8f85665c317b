package io.cognitex.security;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

import io.cognitex.CognitoAccountManager;
import io.cognitex.token.CognitoTokenVerifier;

import org.springframework.util.Assert;

/**
 * Makes a {@link CognitoAccessTokenIntrospector}.
 */
public final class CognitoAccessTokenIntrospectorBuilder {

	/** How long a token is not verified anew where nothing but that is done. */
	private static final Duration LOCAL_STALENESS = Duration.ofMinutes(5);

	private static final Duration LONGEST_AHEAD = Duration.ofSeconds(10);

	private final CognitoTokenVerifier verifier;

	private final CognitoAccountManager accounts;

	private Duration maxStaleness = Duration.ofSeconds(60);

	private boolean localOnly;

	private long maxRemembered = 10_000;

	private WithoutUserScope withoutUserScope = WithoutUserScope.REFUSE;

	private CognitoAuthoritiesMapper authoritiesMapper = CognitoAuthoritiesMapper.withDefaults();

	private Clock clock = Clock.systemUTC();

	private Executor executor = BackgroundInquiries.executor();

	CognitoAccessTokenIntrospectorBuilder(CognitoTokenVerifier verifier, CognitoAccountManager accounts) {
		Assert.notNull(verifier, "verifier cannot be null");
		Assert.notNull(accounts, "accounts cannot be null");
		this.verifier = verifier;
		this.accounts = accounts;
	}

	/**
	 * How long ago a token may have been revoked, a user disabled or deleted, or an
	 * attribute changed, before it is noticed; by default sixty seconds. With zero every
	 * request asks Cognito, whose quota is 120 calls a second for all pools of an
	 * account. A token that is used without a break is asked for anew a fifth of the time
	 * before, at most ten seconds.
	 * @param maxStaleness zero or more
	 * @return this builder
	 * @throws IllegalArgumentException if it is negative
	 */
	public CognitoAccessTokenIntrospectorBuilder maxStaleness(Duration maxStaleness) {
		Assert.isTrue(!maxStaleness.isNegative(), "maxStaleness cannot be negative");
		this.maxStaleness = maxStaleness;
		this.localOnly = false;
		return this;
	}

	/**
	 * Never asks Cognito: a token is good until it expires, whatever became of it or its
	 * user, and there are no attributes but {@code sub}. The scope
	 * {@code aws.cognito.signin.user.admin} is not needed. {@link #maxStaleness} has no
	 * meaning then.
	 * @return this builder
	 */
	public CognitoAccessTokenIntrospectorBuilder localOnly() {
		this.localOnly = true;
		return this;
	}

	/**
	 * How many tokens are remembered at most, by default 10,000; of more, those that are
	 * used least are forgotten. One takes up to two kilobytes beside the user's
	 * attributes.
	 * @param maxRemembered at least one
	 * @return this builder
	 * @throws IllegalArgumentException if it is less than one
	 */
	public CognitoAccessTokenIntrospectorBuilder maxRemembered(long maxRemembered) {
		Assert.isTrue(maxRemembered > 0, "maxRemembered must be at least one");
		this.maxRemembered = maxRemembered;
		return this;
	}

	/**
	 * What becomes of tokens whose user cannot be asked from Cognito. By default they are
	 * refused.
	 * @param withoutUserScope what becomes of them
	 * @return this builder
	 */
	public CognitoAccessTokenIntrospectorBuilder withoutUserScope(WithoutUserScope withoutUserScope) {
		Assert.notNull(withoutUserScope, "withoutUserScope cannot be null");
		this.withoutUserScope = withoutUserScope;
		return this;
	}

	/**
	 * Decides what a user may do. The default is
	 * {@link CognitoAuthoritiesMapper#withDefaults()}. Asked once for as long as a token
	 * is remembered.
	 * @param authoritiesMapper the mapper
	 * @return this builder
	 */
	public CognitoAccessTokenIntrospectorBuilder authoritiesMapper(CognitoAuthoritiesMapper authoritiesMapper) {
		Assert.notNull(authoritiesMapper, "authoritiesMapper cannot be null");
		this.authoritiesMapper = authoritiesMapper;
		return this;
	}

	/**
	 * The time, by default that of the system.
	 * @param clock the clock
	 * @return this builder
	 */
	public CognitoAccessTokenIntrospectorBuilder clock(Clock clock) {
		Assert.notNull(clock, "clock cannot be null");
		this.clock = clock;
		return this;
	}

	CognitoAccessTokenIntrospectorBuilder executor(Executor executor) {
		this.executor = executor;
		return this;
	}

	/**
	 * Makes the introspector, which from now on is told of changes by the account
	 * manager. It makes no call.
	 * @return the introspector
	 */
	public CognitoAccessTokenIntrospector build() {
		AccessTokenCounters counters = new AccessTokenCounters();
		UserInquirer inquirer = new UserInquirer(this.accounts, this.authoritiesMapper, !this.localOnly,
				this.withoutUserScope, new Outage(this.clock, "access tokens"), counters);
		CognitoAccessTokenIntrospector introspector = new CognitoAccessTokenIntrospector(this.verifier, inquirer,
				inquiries(), counters, this.executor);
		this.accounts.addListener(introspector);
		return introspector;
	}

	private Inquiries inquiries() {
		if (this.localOnly) {
			return new Inquiries(LOCAL_STALENESS, Duration.ZERO, this.maxRemembered, this.clock);
		}
		Duration ahead = this.maxStaleness.dividedBy(5);
		return new Inquiries(this.maxStaleness, (ahead.compareTo(LONGEST_AHEAD) < 0) ? ahead : LONGEST_AHEAD,
				this.maxRemembered, this.clock);
	}

}
