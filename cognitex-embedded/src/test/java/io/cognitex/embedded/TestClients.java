package io.cognitex.embedded;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/**
 * Clients of the AWS SDK for an embedded pool.
 */
final class TestClients {

	private TestClients() {
	}

	/**
	 * A client without credentials.
	 */
	static CognitoIdentityProviderClient anonymous(EmbeddedCognito cognito) {
		return client(cognito).credentialsProvider(AnonymousCredentialsProvider.create()).build();
	}

	/**
	 * A client that signs what needs a signature.
	 */
	static CognitoIdentityProviderClient iam(EmbeddedCognito cognito) {
		return client(cognito)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
			.build();
	}

	private static CognitoIdentityProviderClientBuilder client(EmbeddedCognito cognito) {
		return CognitoIdentityProviderClient.builder()
			.endpointOverride(cognito.endpoint())
			.region(Region.of(cognito.region()))
			.overrideConfiguration((configuration) -> configuration.addExecutionInterceptor(new ExactAnswers()))
			.httpClientBuilder(UrlConnectionHttpClient.builder());
	}

}
