package io.cognitex.boot;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Adapts {@link CognitexProperties} that were found sound to
 * {@link CognitoConnectionDetails}.
 */
final class PropertiesCognitoConnectionDetails implements CognitoConnectionDetails {

	private final CognitexProperties properties;

	PropertiesCognitoConnectionDetails(CognitexProperties properties) {
		this.properties = properties;
	}

	@Override
	public String getUserPoolId() {
		return Objects.requireNonNull(this.properties.getUserPoolId());
	}

	@Override
	public String getClientId() {
		return Objects.requireNonNull(this.properties.getClientId());
	}

	@Override
	public @Nullable String getClientSecret() {
		return this.properties.getClientSecret();
	}

	@Override
	public @Nullable String getRegion() {
		return this.properties.getRegion();
	}

	@Override
	public @Nullable URI getEndpoint() {
		return this.properties.getEndpoint();
	}

	@Override
	public @Nullable String getIssuer() {
		return this.properties.getIssuer();
	}

	@Override
	public @Nullable URI getJwkSetUri() {
		return this.properties.getJwkSetUri();
	}

}
