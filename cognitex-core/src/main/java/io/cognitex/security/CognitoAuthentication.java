package io.cognitex.security;

import java.io.Serial;
import java.util.Collection;

import io.cognitex.CognitoTokens;
import io.cognitex.NewDevice;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.util.Assert;

/**
 * A user who logged in, and the tokens that Cognito issued for it. The tokens are what
 * {@link io.cognitex.CognitoAccountManager} takes for the user's own operations; they
 * stay on the server, in the HTTP session. There is no password in it.
 */
public final class CognitoAuthentication extends AbstractAuthenticationToken {

	@Serial
	private static final long serialVersionUID = 1L;

	private final CognitoPrincipal principal;

	private final CognitoTokens tokens;

	private final @Nullable NewDevice newDevice;

	/**
	 * A user who is logged in.
	 * @param principal the user
	 * @param tokens what Cognito issued
	 * @param authorities what the user may do and what was proven, such as
	 * {@code FACTOR_PASSWORD}
	 */
	public CognitoAuthentication(CognitoPrincipal principal, CognitoTokens tokens,
			Collection<? extends GrantedAuthority> authorities) {
		super(authorities);
		Assert.notNull(principal, "principal cannot be null");
		Assert.notNull(tokens, "tokens cannot be null");
		this.principal = principal;
		this.tokens = tokens;
		this.newDevice = null;
		setAuthenticated(true);
	}

	private CognitoAuthentication(Builder builder) {
		super(builder);
		this.principal = builder.principal;
		this.tokens = builder.tokens;
		this.newDevice = builder.newDevice;
	}

	@Override
	public CognitoPrincipal getPrincipal() {
		return this.principal;
	}

	/**
	 * What Cognito issued at login.
	 * @return the tokens; secrets, which belong into no page and no log
	 */
	public CognitoTokens getTokens() {
		return this.tokens;
	}

	/**
	 * The device that Cognito offered to remember at login.
	 * @return the device; {@code null} if Cognito remembers it already or tracks none
	 * @see io.cognitex.CognitoAccountManager#confirmDevice
	 */
	public @Nullable NewDevice getNewDevice() {
		return this.newDevice;
	}

	/**
	 * Always {@code null}: the password is not kept, and the tokens are not credentials
	 * that may be erased after login.
	 */
	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Makes changed copies of a {@link CognitoAuthentication}.
	 */
	public static final class Builder extends AbstractAuthenticationBuilder<Builder> {

		private CognitoPrincipal principal;

		private CognitoTokens tokens;

		private @Nullable NewDevice newDevice;

		private Builder(CognitoAuthentication authentication) {
			super(authentication);
			this.principal = authentication.principal;
			this.tokens = authentication.tokens;
			this.newDevice = authentication.newDevice;
		}

		/**
		 * Uses this user.
		 * @param principal a {@link CognitoPrincipal}
		 * @return this builder
		 */
		@Override
		public Builder principal(@Nullable Object principal) {
			Assert.isInstanceOf(CognitoPrincipal.class, principal, "principal must be a CognitoPrincipal");
			this.principal = (CognitoPrincipal) principal;
			return this;
		}

		/**
		 * Uses these tokens.
		 * @param tokens what Cognito issued
		 * @return this builder
		 */
		public Builder tokens(CognitoTokens tokens) {
			Assert.notNull(tokens, "tokens cannot be null");
			this.tokens = tokens;
			return this;
		}

		/**
		 * Names the device that Cognito offers to remember.
		 * @param newDevice the device; {@code null} if there is none
		 * @return this builder
		 */
		public Builder newDevice(@Nullable NewDevice newDevice) {
			this.newDevice = newDevice;
			return this;
		}

		@Override
		public CognitoAuthentication build() {
			return new CognitoAuthentication(this);
		}

	}

}
