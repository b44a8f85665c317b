package io.cognitex;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Makes the SDK client for those who bring none.
 */
final class ClientFactory {

	private static final int MAX_ATTEMPTS = 2;

	private ClientFactory() {
	}

	static CognitoIdentityProviderClient create(ClientSettings settings) {
		return CognitoIdentityProviderClient.builder()
			.region(Region.of(settings.region()))
			.endpointOverride(settings.endpoint())
			.credentialsProvider(new LazyCredentials(settings.credentialsProvider()))
			.httpClientBuilder(UrlConnectionHttpClient.builder()
				.connectionTimeout(settings.connectTimeout())
				.socketTimeout(settings.readTimeout()))
			.overrideConfiguration((configuration) -> configuration.apiCallTimeout(settings.apiCallTimeout())
				.retryStrategy(retryStrategy()))
			.build();
	}

	/**
	 * One more attempt, and only where Cognito cannot have acted on the first: when it
	 * was never reached, or turned the call away for the rate. The SDK's own rules would
	 * also repeat calls whose answer was lost, and a sign-up that is repeated finds its
	 * name taken, a code that is repeated finds itself used, and a wrong password that is
	 * repeated counts twice.
	 */
	private static RetryStrategy retryStrategy() {
		return StandardRetryStrategy.builder()
			.maxAttempts(MAX_ATTEMPTS)
			.useClientDefaults(false)
			.retryOnExceptionOrCauseInstanceOf(ConnectException.class)
			.retryOnExceptionOrCauseInstanceOf(NoRouteToHostException.class)
			.retryOnExceptionOrCauseInstanceOf(UnknownHostException.class)
			.retryOnException(ClientFactory::isThrottling)
			.treatAsThrottling(ClientFactory::isThrottling)
			.backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofMillis(200)))
			.throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(500), Duration.ofSeconds(1)))
			.build();
	}

	private static boolean isThrottling(Throwable ex) {
		return ex instanceof AwsServiceException serviceException && serviceException.isThrottlingException();
	}

}
