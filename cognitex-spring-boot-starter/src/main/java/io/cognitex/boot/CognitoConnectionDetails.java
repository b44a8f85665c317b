package io.cognitex.boot;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Which user pool and app client the application works with, and where they are. A bean
 * of this type takes the place of the properties {@code cognitex.user-pool-id},
 * {@code cognitex.client-id} and so on, all of them: tests and other infrastructure bring
 * one.
 */
public interface CognitoConnectionDetails extends ConnectionDetails {

	/**
	 * The user pool.
	 * @return its id, such as {@code eu-central-1_AbCdEfGhI}
	 */
	String getUserPoolId();

	/**
	 * The app client.
	 * @return its id
	 */
	String getClientId();

	/**
	 * The secret of the app client.
	 * @return the secret, or {@code null} for an app client without one
	 */
	default @Nullable String getClientSecret() {
		return null;
	}

	/**
	 * The AWS region that requests are signed for.
	 * @return the region, or {@code null} to take it from the id of the user pool
	 */
	default @Nullable String getRegion() {
		return null;
	}

	/**
	 * The address of the Cognito user pools API.
	 * @return the address, or {@code null} for that of AWS in the region
	 */
	default @Nullable URI getEndpoint() {
		return null;
	}

	/**
	 * The issuer that the pool's tokens name.
	 * @return the issuer, or {@code null} to derive it from the id of the user pool
	 */
	default @Nullable String getIssuer() {
		return null;
	}

	/**
	 * The address of the keys that the pool's tokens are signed with.
	 * @return the address, or {@code null} to derive it from the issuer
	 */
	default @Nullable URI getJwkSetUri() {
		return null;
	}

	/**
	 * The AWS credentials for the operations that need some.
	 * @return the credentials, or {@code null} for those of the application: its
	 * {@link AwsCredentialsProvider} bean or what the AWS SDK finds
	 */
	default @Nullable AwsCredentialsProvider getCredentialsProvider() {
		return null;
	}

}
