package io.cognitex.boot.embedded;

import java.net.URI;

import io.cognitex.boot.CognitoConnectionDetails;
import io.cognitex.embedded.EmbeddedCognito;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Leads to an embedded user pool. Public for tests that start the pool themselves.
 */
public final class EmbeddedCognitoConnectionDetails implements CognitoConnectionDetails {

	private final EmbeddedCognito cognito;

	/**
	 * Leads to this pool.
	 * @param cognito the pool, which has been started
	 */
	public EmbeddedCognitoConnectionDetails(EmbeddedCognito cognito) {
		this.cognito = cognito;
	}

	@Override
	public String getUserPoolId() {
		return this.cognito.userPoolId();
	}

	@Override
	public String getClientId() {
		return this.cognito.clientId();
	}

	@Override
	public @Nullable String getClientSecret() {
		return this.cognito.clientSecret();
	}

	@Override
	public String getRegion() {
		return this.cognito.region();
	}

	@Override
	public URI getEndpoint() {
		return this.cognito.endpoint();
	}

	@Override
	public String getIssuer() {
		return this.cognito.issuer();
	}

	/**
	 * Some that are none: the embedded pool wants requests to be signed, by anybody, and
	 * the application's own are not for it.
	 */
	@Override
	public AwsCredentialsProvider getCredentialsProvider() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create("embedded", "embedded"));
	}

}
