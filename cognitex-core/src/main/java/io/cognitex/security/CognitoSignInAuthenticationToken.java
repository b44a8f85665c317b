package io.cognitex.security;

import java.io.Serial;

import io.cognitex.RememberedDevice;
import io.cognitex.SignInRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.util.Assert;

/**
 * A login with more, or less, than username and password: without a password, where the
 * pool asks for what it wants afterwards, with a first factor that the person prefers, or
 * from a device that Cognito remembers.
 */
public final class CognitoSignInAuthenticationToken extends UsernamePasswordAuthenticationToken {

	@Serial
	private static final long serialVersionUID = 1L;

	private final boolean passwordless;

	private final @Nullable String preferredChallenge;

	private @Nullable RememberedDevice device;

	/**
	 * A login.
	 * @param username any name that signs in
	 * @param password the password; {@code null} if it is not asked first
	 * @param preferredChallenge Cognito's name of the first factor that the person would
	 * like, such as {@code EMAIL_OTP}; {@code null} for no preference
	 * @param device the device, if it is a remembered one
	 */
	public CognitoSignInAuthenticationToken(String username, @Nullable String password,
			@Nullable String preferredChallenge, @Nullable RememberedDevice device) {
		super(username, password);
		Assert.notNull(username, "username cannot be null");
		this.passwordless = (password == null);
		this.preferredChallenge = preferredChallenge;
		this.device = device;
	}

	/**
	 * A login that begins with the username alone.
	 * @param username any name that signs in
	 * @return the login
	 */
	public static CognitoSignInAuthenticationToken forUser(String username) {
		return new CognitoSignInAuthenticationToken(username, null, null, null);
	}

	/**
	 * Whether it begins with the username alone.
	 * @return {@code false} also after the password was erased
	 */
	public boolean isPasswordless() {
		return this.passwordless;
	}

	/**
	 * Without a password only if it never had one: an erased password is a wrong one.
	 */
	SignInRequest toRequest() {
		Object password = getCredentials();
		String erased = this.passwordless ? null : "";
		return new SignInRequest(getName(), (password != null) ? password.toString() : erased, null,
				this.preferredChallenge, this.device);
	}

	/**
	 * Forgets the device as well, whose secret stands for a second factor.
	 */
	@Override
	public void eraseCredentials() {
		super.eraseCredentials();
		this.device = null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

}
