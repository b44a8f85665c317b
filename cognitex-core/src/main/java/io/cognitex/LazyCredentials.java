package io.cognitex;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * AWS credentials, looked for only when an operation asks for them. The SDK asks only for
 * those operations that are signed.
 */
final class LazyCredentials implements AwsCredentialsProvider {

	private @Nullable AwsCredentialsProvider provider;

	/**
	 * Credentials from a provider.
	 * @param provider the provider, or {@code null} for the SDK's default chain
	 */
	LazyCredentials(@Nullable AwsCredentialsProvider provider) {
		this.provider = provider;
	}

	@Override
	public AwsCredentials resolveCredentials() {
		try {
			return provider().resolveCredentials();
		}
		catch (SdkClientException ex) {
			throw new MissingCredentialsException(ex);
		}
	}

	private synchronized AwsCredentialsProvider provider() {
		AwsCredentialsProvider provider = this.provider;
		if (provider == null) {
			provider = DefaultCredentialsProvider.builder().build();
			this.provider = provider;
		}
		return provider;
	}

}
