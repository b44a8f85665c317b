package io.cognitex.embedded.internal.pool;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an app client is told to be. The defaults are those of
 * {@code CreateUserPoolClient}.
 */
public final class ClientSettings {

	private final Set<String> explicitAuthFlows;

	private final boolean preventUserExistenceErrors;

	private final Duration accessTokenValidity;

	private final Duration idTokenValidity;

	private final Duration refreshTokenValidity;

	private final Duration authSessionValidity;

	private final boolean enableTokenRevocation;

	private final @Nullable Duration rotationGracePeriod;

	private final @Nullable Set<String> readAttributes;

	private final @Nullable Set<String> writeAttributes;

	private final Map<String, JsonNode> stored;

	private ClientSettings(Builder builder) {
		this.explicitAuthFlows = Set.copyOf(builder.explicitAuthFlows);
		this.preventUserExistenceErrors = builder.preventUserExistenceErrors;
		this.accessTokenValidity = builder.accessTokenValidity;
		this.idTokenValidity = builder.idTokenValidity;
		this.refreshTokenValidity = builder.refreshTokenValidity;
		this.authSessionValidity = builder.authSessionValidity;
		this.enableTokenRevocation = builder.enableTokenRevocation;
		this.rotationGracePeriod = builder.rotationGracePeriod;
		this.readAttributes = builder.readAttributes;
		this.writeAttributes = builder.writeAttributes;
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
	 * The flows that are switched on.
	 * @return the flows, such as {@code ALLOW_USER_SRP_AUTH}
	 */
	public Set<String> explicitAuthFlows() {
		return this.explicitAuthFlows;
	}

	/**
	 * Whether answers hide that a user does not exist.
	 * @return {@code true} for {@code ENABLED}, {@code false} for {@code LEGACY}
	 */
	public boolean preventUserExistenceErrors() {
		return this.preventUserExistenceErrors;
	}

	/**
	 * How long access tokens are valid.
	 * @return the time
	 */
	public Duration accessTokenValidity() {
		return this.accessTokenValidity;
	}

	/**
	 * How long ID tokens are valid.
	 * @return the time
	 */
	public Duration idTokenValidity() {
		return this.idTokenValidity;
	}

	/**
	 * How long refresh tokens are valid.
	 * @return the time
	 */
	public Duration refreshTokenValidity() {
		return this.refreshTokenValidity;
	}

	/**
	 * How long a challenge can be answered.
	 * @return the time
	 */
	public Duration authSessionValidity() {
		return this.authSessionValidity;
	}

	/**
	 * Whether tokens can be revoked one by one.
	 * @return whether they can
	 */
	public boolean enableTokenRevocation() {
		return this.enableTokenRevocation;
	}

	/**
	 * How long a rotated refresh token may be used again.
	 * @return the time, or {@code null} if refresh tokens are not rotated
	 */
	public @Nullable Duration rotationGracePeriod() {
		return this.rotationGracePeriod;
	}

	/**
	 * The attributes that the client sees.
	 * @return the names, or {@code null} for all
	 */
	public @Nullable Set<String> readAttributes() {
		return this.readAttributes;
	}

	/**
	 * The attributes that the client may set.
	 * @return the names, or {@code null} for all but the verification states
	 */
	public @Nullable Set<String> writeAttributes() {
		return this.writeAttributes;
	}

	/**
	 * Members of {@code CreateUserPoolClient} that change nothing here, kept to be
	 * described.
	 * @return values by member
	 */
	public Map<String, JsonNode> stored() {
		return this.stored;
	}

	/**
	 * Whether the client sees an attribute; {@code sub} it always sees.
	 * @param attribute the name
	 * @return whether it does
	 */
	public boolean canRead(String attribute) {
		return this.readAttributes == null || "sub".equals(attribute) || this.readAttributes.contains(attribute);
	}

	/**
	 * Whether the client may set an attribute. Required attributes always may be set.
	 * @param attribute the name
	 * @param schema the pool's schema
	 * @return whether it may
	 */
	public boolean canWrite(String attribute, Schema schema) {
		if (schema.required().contains(attribute)) {
			return true;
		}
		return (this.writeAttributes != null) ? this.writeAttributes.contains(attribute)
				: !Schema.isVerificationState(attribute);
	}

	/**
	 * Puts settings together.
	 */
	public static final class Builder {

		private Set<String> explicitAuthFlows = Set.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH",
				"ALLOW_CUSTOM_AUTH");

		private boolean preventUserExistenceErrors;

		private Duration accessTokenValidity = Duration.ofHours(1);

		private Duration idTokenValidity = Duration.ofHours(1);

		private Duration refreshTokenValidity = Duration.ofDays(30);

		private Duration authSessionValidity = Duration.ofMinutes(3);

		private boolean enableTokenRevocation = true;

		private @Nullable Duration rotationGracePeriod;

		private @Nullable Set<String> readAttributes;

		private @Nullable Set<String> writeAttributes;

		private Map<String, JsonNode> stored = Map.of();

		private Builder() {
		}

		public Builder explicitAuthFlows(Set<String> explicitAuthFlows) {
			this.explicitAuthFlows = explicitAuthFlows;
			return this;
		}

		public Builder preventUserExistenceErrors(boolean preventUserExistenceErrors) {
			this.preventUserExistenceErrors = preventUserExistenceErrors;
			return this;
		}

		public Builder accessTokenValidity(Duration accessTokenValidity) {
			this.accessTokenValidity = accessTokenValidity;
			return this;
		}

		public Builder idTokenValidity(Duration idTokenValidity) {
			this.idTokenValidity = idTokenValidity;
			return this;
		}

		public Builder refreshTokenValidity(Duration refreshTokenValidity) {
			this.refreshTokenValidity = refreshTokenValidity;
			return this;
		}

		public Builder authSessionValidity(Duration authSessionValidity) {
			this.authSessionValidity = authSessionValidity;
			return this;
		}

		public Builder enableTokenRevocation(boolean enableTokenRevocation) {
			this.enableTokenRevocation = enableTokenRevocation;
			return this;
		}

		public Builder rotationGracePeriod(@Nullable Duration rotationGracePeriod) {
			this.rotationGracePeriod = rotationGracePeriod;
			return this;
		}

		public Builder readAttributes(@Nullable Set<String> readAttributes) {
			this.readAttributes = readAttributes;
			return this;
		}

		public Builder writeAttributes(@Nullable Set<String> writeAttributes) {
			this.writeAttributes = writeAttributes;
			return this;
		}

		public Builder stored(Map<String, JsonNode> stored) {
			this.stored = stored;
			return this;
		}

		public ClientSettings build() {
			return new ClientSettings(this);
		}

	}

}
