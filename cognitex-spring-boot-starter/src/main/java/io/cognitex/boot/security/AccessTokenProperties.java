package io.cognitex.boot.security;

import java.time.Duration;

import io.cognitex.security.WithoutUserScope;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The {@code cognitex.access-token.*} properties.
 */
@ConfigurationProperties("cognitex.access-token")
public class AccessTokenProperties {

	/**
	 * How long ago a token may have been revoked, its user disabled or an attribute
	 * changed, before it is noticed. With 0 every request asks Cognito; with "never" none
	 * does, and tokens are only verified locally.
	 */
	private MaxStaleness maxStaleness = new MaxStaleness(Duration.ofSeconds(60));

	/**
	 * Greatest number of tokens whose users are remembered.
	 */
	private long maxRemembered = 10_000;

	/**
	 * What becomes of a good token whose user cannot be asked from Cognito, because it
	 * lacks the scope aws.cognito.signin.user.admin or has no user (client credentials).
	 */
	private WithoutUserScope withoutUserScope = WithoutUserScope.REFUSE;

	public MaxStaleness getMaxStaleness() {
		return this.maxStaleness;
	}

	public void setMaxStaleness(MaxStaleness maxStaleness) {
		this.maxStaleness = maxStaleness;
	}

	public long getMaxRemembered() {
		return this.maxRemembered;
	}

	public void setMaxRemembered(long maxRemembered) {
		this.maxRemembered = maxRemembered;
	}

	public WithoutUserScope getWithoutUserScope() {
		return this.withoutUserScope;
	}

	public void setWithoutUserScope(WithoutUserScope withoutUserScope) {
		this.withoutUserScope = withoutUserScope;
	}

}
