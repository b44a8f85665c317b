package io.cognitex.embedded.internal.pool;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a pool is told to be. The defaults are those of {@code CreateUserPool}.
 */
public final class PoolSettings {

	/** Where codes go in pools that do not say it: to the phone first. */
	public static final List<String> DEFAULT_RECOVERY_MECHANISMS = List.of("verified_phone_number", "verified_email");

	private final String name;

	private final SignInNames names;

	private final Schema schema;

	private final PasswordPolicy passwordPolicy;

	private final Set<String> autoVerifiedAttributes;

	private final Set<String> verifiedBeforeUpdate;

	private final List<String> recoveryMechanisms;

	private final boolean adminCreateUserOnly;

	private final boolean deletionProtection;

	private final AdvancedSecurityMode advancedSecurityMode;

	private final Set<String> allowedFirstAuthFactors;

	private final MfaSettings mfa;

	private final @Nullable DeviceConfiguration deviceConfiguration;

	private final Map<String, JsonNode> stored;

	private PoolSettings(Builder builder) {
		this.name = builder.name;
		this.names = builder.names;
		this.schema = builder.schema;
		this.passwordPolicy = builder.passwordPolicy;
		this.autoVerifiedAttributes = Set.copyOf(builder.autoVerifiedAttributes);
		this.verifiedBeforeUpdate = Set.copyOf(builder.verifiedBeforeUpdate);
		this.recoveryMechanisms = List.copyOf(builder.recoveryMechanisms);
		this.adminCreateUserOnly = builder.adminCreateUserOnly;
		this.deletionProtection = builder.deletionProtection;
		this.advancedSecurityMode = builder.advancedSecurityMode;
		this.allowedFirstAuthFactors = Set.copyOf(builder.allowedFirstAuthFactors);
		this.mfa = builder.mfa;
		this.deviceConfiguration = builder.deviceConfiguration;
		this.stored = Map.copyOf(builder.stored);
	}

	/**
	 * A builder with the defaults.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * A builder that starts from these settings.
	 * @return the builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * The pool's name, for people.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Under which names users sign in.
	 * @return the names
	 */
	public SignInNames names() {
		return this.names;
	}

	/**
	 * Which attributes users have.
	 * @return the schema
	 */
	public Schema schema() {
		return this.schema;
	}

	/**
	 * What passwords have to look like.
	 * @return the policy
	 */
	public PasswordPolicy passwordPolicy() {
		return this.passwordPolicy;
	}

	/**
	 * The attributes that get a code at sign-up and change.
	 * @return of {@code email} and {@code phone_number}
	 */
	public Set<String> autoVerifiedAttributes() {
		return this.autoVerifiedAttributes;
	}

	/**
	 * The attributes that keep their old value until the new one is verified.
	 * @return of {@code email} and {@code phone_number}
	 */
	public Set<String> verifiedBeforeUpdate() {
		return this.verifiedBeforeUpdate;
	}

	/**
	 * Where a forgotten password's code may go, best first.
	 * @return {@code verified_email}, {@code verified_phone_number}, or only
	 * {@code admin_only}
	 */
	public List<String> recoveryMechanisms() {
		return this.recoveryMechanisms;
	}

	/**
	 * Whether users cannot sign up themselves.
	 * @return whether they cannot
	 */
	public boolean adminCreateUserOnly() {
		return this.adminCreateUserOnly;
	}

	/**
	 * Whether the pool cannot be deleted.
	 * @return whether it cannot
	 */
	public boolean deletionProtection() {
		return this.deletionProtection;
	}

	/**
	 * What threat protection does.
	 * @return the mode
	 */
	public AdvancedSecurityMode advancedSecurityMode() {
		return this.advancedSecurityMode;
	}

	/**
	 * Whether the pool keeps what its users do.
	 * @return whether it does
	 */
	public boolean recordsAuthEvents() {
		return this.advancedSecurityMode != AdvancedSecurityMode.OFF;
	}

	/**
	 * With what {@code USER_AUTH} may begin.
	 * @return {@code PASSWORD}, and of {@code EMAIL_OTP}, {@code SMS_OTP} and
	 * {@code WEB_AUTHN}
	 */
	public Set<String> allowedFirstAuthFactors() {
		return this.allowedFirstAuthFactors;
	}

	/**
	 * Whether users need no password, because codes sign them in.
	 * @return whether a user can be made without one
	 */
	public boolean takesUsersWithoutPassword() {
		return this.allowedFirstAuthFactors.contains("EMAIL_OTP") || this.allowedFirstAuthFactors.contains("SMS_OTP");
	}

	/**
	 * When a second factor is asked for.
	 * @return the settings
	 */
	public MfaSettings mfa() {
		return this.mfa;
	}

	/**
	 * How the pool keeps track of devices.
	 * @return the configuration, or {@code null} if it does not
	 */
	public @Nullable DeviceConfiguration deviceConfiguration() {
		return this.deviceConfiguration;
	}

	/**
	 * Members of {@code CreateUserPool} that are kept as they were sent, to be described.
	 * @return values by member
	 */
	public Map<String, JsonNode> stored() {
		return this.stored;
	}

	/**
	 * Puts settings together.
	 */
	public static final class Builder {

		private String name = "embedded";

		private SignInNames names = new SignInNames(Set.of(), Set.of(), true);

		private Schema schema = Schema.STANDARD;

		private PasswordPolicy passwordPolicy = PasswordPolicy.DEFAULT;

		private Set<String> autoVerifiedAttributes = Set.of();

		private Set<String> verifiedBeforeUpdate = Set.of();

		private List<String> recoveryMechanisms = DEFAULT_RECOVERY_MECHANISMS;

		private boolean adminCreateUserOnly;

		private boolean deletionProtection;

		private AdvancedSecurityMode advancedSecurityMode = AdvancedSecurityMode.OFF;

		private Set<String> allowedFirstAuthFactors = Set.of("PASSWORD");

		private MfaSettings mfa = MfaSettings.OFF;

		private @Nullable DeviceConfiguration deviceConfiguration;

		private Map<String, JsonNode> stored = Map.of();

		private Builder() {
		}

		private Builder(PoolSettings settings) {
			this.name = settings.name;
			this.names = settings.names;
			this.schema = settings.schema;
			this.passwordPolicy = settings.passwordPolicy;
			this.autoVerifiedAttributes = settings.autoVerifiedAttributes;
			this.verifiedBeforeUpdate = settings.verifiedBeforeUpdate;
			this.recoveryMechanisms = settings.recoveryMechanisms;
			this.adminCreateUserOnly = settings.adminCreateUserOnly;
			this.deletionProtection = settings.deletionProtection;
			this.advancedSecurityMode = settings.advancedSecurityMode;
			this.allowedFirstAuthFactors = settings.allowedFirstAuthFactors;
			this.mfa = settings.mfa;
			this.deviceConfiguration = settings.deviceConfiguration;
			this.stored = settings.stored;
		}

		public Builder name(String name) {
			this.name = name;
			return this;
		}

		public Builder names(SignInNames names) {
			this.names = names;
			return this;
		}

		public Builder schema(Schema schema) {
			this.schema = schema;
			return this;
		}

		public Builder passwordPolicy(PasswordPolicy passwordPolicy) {
			this.passwordPolicy = passwordPolicy;
			return this;
		}

		public Builder autoVerifiedAttributes(Set<String> autoVerifiedAttributes) {
			this.autoVerifiedAttributes = autoVerifiedAttributes;
			return this;
		}

		public Builder verifiedBeforeUpdate(Set<String> verifiedBeforeUpdate) {
			this.verifiedBeforeUpdate = verifiedBeforeUpdate;
			return this;
		}

		public Builder recoveryMechanisms(List<String> recoveryMechanisms) {
			this.recoveryMechanisms = recoveryMechanisms;
			return this;
		}

		public Builder adminCreateUserOnly(boolean adminCreateUserOnly) {
			this.adminCreateUserOnly = adminCreateUserOnly;
			return this;
		}

		public Builder deletionProtection(boolean deletionProtection) {
			this.deletionProtection = deletionProtection;
			return this;
		}

		public Builder advancedSecurityMode(AdvancedSecurityMode advancedSecurityMode) {
			this.advancedSecurityMode = advancedSecurityMode;
			return this;
		}

		public Builder allowedFirstAuthFactors(Set<String> allowedFirstAuthFactors) {
			this.allowedFirstAuthFactors = allowedFirstAuthFactors;
			return this;
		}

		public Builder mfa(MfaSettings mfa) {
			this.mfa = mfa;
			return this;
		}

		public Builder deviceConfiguration(@Nullable DeviceConfiguration deviceConfiguration) {
			this.deviceConfiguration = deviceConfiguration;
			return this;
		}

		public Builder stored(Map<String, JsonNode> stored) {
			this.stored = stored;
			return this;
		}

		public PoolSettings build() {
			return new PoolSettings(this);
		}

	}

}
