package io.cognitex.embedded;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.error.Refusal;
import io.cognitex.embedded.internal.pool.InitialUser;
import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.SoftwareToken;
import io.cognitex.embedded.internal.pool.UserMfa;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.totp.SoftwareTokens;

/**
 * A user to begin with: confirmed, enabled, with a verified e-mail address and phone
 * number if it has them, unless told otherwise.
 *
 * <pre class="code">
 * EmbeddedUser.named("alice").password("Passw0rd!").attribute("email", "alice@example.com").group("admin").build()
 * </pre>
 */
public final class EmbeddedUser {

	private final String username;

	private final @Nullable String password;

	private final Map<String, String> attributes;

	private final Set<String> groups;

	private final Status status;

	private final boolean enabled;

	private final UserMfa mfa;

	private EmbeddedUser(Builder builder) {
		this.username = builder.username;
		this.password = builder.password;
		this.attributes = new LinkedHashMap<>(builder.attributes);
		this.groups = new LinkedHashSet<>(builder.groups);
		this.status = builder.status;
		this.enabled = builder.enabled;
		this.mfa = builder.mfa;
	}

	/**
	 * A builder for a user.
	 * @param username what the user would sign up with: a name, or the e-mail address or
	 * phone number in a pool that takes these as username
	 * @return the builder
	 */
	public static Builder named(String username) {
		return new Builder(username);
	}

	void addTo(UserPool pool, Clock clock) {
		try {
			new InitialUser(this.username, this.password, this.attributes, this.groups,
					UserStatus.valueOf(this.status.name()), this.enabled, this.mfa)
				.addTo(pool, clock);
		}
		catch (Refusal refusal) {
			throw new IllegalArgumentException("User '" + this.username + "' cannot be added: " + refusal.text(),
					refusal);
		}
	}

	@Override
	public String toString() {
		return "EmbeddedUser[username=" + this.username + ", status=" + this.status + ", enabled=" + this.enabled + "]";
	}

	/**
	 * The states of an account, as Cognito names them.
	 */
	public enum Status {

		/** Signed up, not yet confirmed. */
		UNCONFIRMED,

		/** Can sign in. */
		CONFIRMED,

		/** Has to reset the password before the next sign-in. */
		RESET_REQUIRED,

		/** Has a temporary password, and is asked for a new one at the next sign-in. */
		FORCE_CHANGE_PASSWORD

	}

	/**
	 * Puts a user together.
	 */
	public static final class Builder {

		private final String username;

		private @Nullable String password;

		private final Map<String, String> attributes = new LinkedHashMap<>();

		private final Set<String> groups = new LinkedHashSet<>();

		private Status status = Status.CONFIRMED;

		private boolean enabled = true;

		private UserMfa mfa = UserMfa.NONE;

		private Builder(String username) {
			this.username = username;
		}

		/**
		 * The password. Without one the user signs in by {@code USER_AUTH}, or not at
		 * all.
		 * @param password the password
		 * @return this builder
		 */
		public Builder password(String password) {
			this.password = password;
			return this;
		}

		/**
		 * An attribute.
		 * @param name the name, such as {@code email} or {@code custom:tier}
		 * @param value the value
		 * @return this builder
		 */
		public Builder attribute(String name, String value) {
			this.attributes.put(name, value);
			return this;
		}

		/**
		 * Whether the e-mail address is verified; unless told otherwise it is, but not
		 * for an unconfirmed user.
		 * @param verified whether it is
		 * @return this builder
		 */
		public Builder emailVerified(boolean verified) {
			return attribute("email_verified", Boolean.toString(verified));
		}

		/**
		 * A group that the user belongs to.
		 * @param group the group's name
		 * @return this builder
		 */
		public Builder group(String group) {
			this.groups.add(group);
			return this;
		}

		/**
		 * The state of the account, instead of {@link Status#CONFIRMED}.
		 * @param status the state
		 * @return this builder
		 */
		public Builder status(Status status) {
			this.status = status;
			return this;
		}

		/**
		 * Whether the account is enabled; unless told otherwise it is.
		 * @param enabled whether it is
		 * @return this builder
		 */
		public Builder enabled(boolean enabled) {
			this.enabled = enabled;
			return this;
		}

		/**
		 * Registers an authenticator app as a second factor. The pool has to allow
		 * {@code SOFTWARE_TOKEN_MFA}, else nobody asks for it.
		 * @param secret the secret that the app has too: at least 16 characters of Base32
		 * without padding
		 * @return this builder
		 */
		public Builder totpSecret(String secret) {
			if (!SoftwareTokens.isSecret(secret)) {
				throw new IllegalArgumentException("A secret has at least 16 characters of A-Z and 2-7");
			}
			this.mfa = this.mfa.register(new SoftwareToken(secret, "", Long.MIN_VALUE))
				.enable(MfaFactor.SOFTWARE_TOKEN_MFA);
			return this;
		}

		/**
		 * Turns a second factor on. {@code SMS_MFA} needs a phone number,
		 * {@code EMAIL_OTP} an e-mail address.
		 * @param factor {@code SMS_MFA} or {@code EMAIL_OTP}
		 * @return this builder
		 */
		public Builder mfa(String factor) {
			if (!Set.of("SMS_MFA", "EMAIL_OTP").contains(factor)) {
				throw new IllegalArgumentException("'" + factor + "' is neither SMS_MFA nor EMAIL_OTP");
			}
			this.mfa = this.mfa.enable(MfaFactor.valueOf(factor));
			return this;
		}

		/**
		 * The second factor that the user is asked for if there are several. It has to be
		 * turned on before.
		 * @param factor {@code SMS_MFA}, {@code EMAIL_OTP} or {@code SOFTWARE_TOKEN_MFA}
		 * @return this builder
		 */
		public Builder preferredMfa(String factor) {
			MfaFactor preferred = MfaFactor.valueOf(factor);
			if (!this.mfa.enabled().contains(preferred)) {
				throw new IllegalArgumentException("'" + factor + "' is not turned on");
			}
			this.mfa = this.mfa.prefer(preferred);
			return this;
		}

		/**
		 * The user.
		 * @return the user
		 */
		public EmbeddedUser build() {
			return new EmbeddedUser(this);
		}

	}

}
