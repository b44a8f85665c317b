package io.cognitex.embedded.internal.pool;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A user's second factors.
 *
 * @param enabled those that the user is asked for
 * @param preferred the one that the user is asked for if there are several
 * @param softwareToken the authenticator app that is registered
 * @param associatedSecret the secret that waits for its first code
 * @param passkeys whether a passkey makes a second factor unnecessary
 */
public record UserMfa(Set<MfaFactor> enabled, @Nullable MfaFactor preferred, @Nullable SoftwareToken softwareToken,
		@Nullable String associatedSecret, boolean passkeys) {

	/** No second factor. */
	public static final UserMfa NONE = new UserMfa(Set.of(), null, null, null, false);

	public UserMfa {
		Set<MfaFactor> sorted = EnumSet.noneOf(MfaFactor.class);
		sorted.addAll(enabled);
		enabled = Collections.unmodifiableSet(sorted);
	}

	/**
	 * With a secret that waits for its first code. What is registered stays until then.
	 * @param secret the secret in Base32
	 * @return the changed factors
	 */
	public UserMfa associate(String secret) {
		return new UserMfa(this.enabled, this.preferred, this.softwareToken, secret, this.passkeys);
	}

	/**
	 * With a registered authenticator app, in the place of an earlier one.
	 * @param token the app
	 * @return the changed factors
	 */
	public UserMfa register(SoftwareToken token) {
		return new UserMfa(this.enabled, this.preferred, token, null, this.passkeys);
	}

	/**
	 * Without an authenticator app.
	 * @return the changed factors
	 */
	public UserMfa withoutSoftwareToken() {
		UserMfa disabled = disable(MfaFactor.SOFTWARE_TOKEN_MFA);
		return new UserMfa(disabled.enabled, disabled.preferred, null, null, this.passkeys);
	}

	/**
	 * With one factor more.
	 * @param factor the factor
	 * @return the changed factors
	 */
	public UserMfa enable(MfaFactor factor) {
		Set<MfaFactor> more = EnumSet.of(factor);
		more.addAll(this.enabled);
		return new UserMfa(more, this.preferred, this.softwareToken, this.associatedSecret, this.passkeys);
	}

	/**
	 * With one factor less, which is then no longer preferred either.
	 * @param factor the factor
	 * @return the changed factors
	 */
	public UserMfa disable(MfaFactor factor) {
		Set<MfaFactor> less = EnumSet.noneOf(MfaFactor.class);
		less.addAll(this.enabled);
		less.remove(factor);
		return new UserMfa(less, (this.preferred != factor) ? this.preferred : null, this.softwareToken,
				this.associatedSecret, this.passkeys);
	}

	/**
	 * With another preference.
	 * @param factor the factor, or {@code null} for none
	 * @return the changed factors
	 */
	public UserMfa prefer(@Nullable MfaFactor factor) {
		return new UserMfa(this.enabled, factor, this.softwareToken, this.associatedSecret, this.passkeys);
	}

	/**
	 * With passkeys that make a second factor unnecessary, or with passkeys that do not.
	 * @param enough whether they do
	 * @return the changed factors
	 */
	public UserMfa passkeys(boolean enough) {
		return new UserMfa(this.enabled, this.preferred, this.softwareToken, this.associatedSecret, enough);
	}

	@Override
	public String toString() {
		return "UserMfa[enabled=" + this.enabled + ", preferred=" + this.preferred + "]";
	}

}
