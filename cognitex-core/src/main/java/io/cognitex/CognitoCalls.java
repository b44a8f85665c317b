package io.cognitex;

import java.util.function.Function;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderResponse;

/**
 * Makes the calls of all gateways: what the SDK throws becomes a
 * {@link CognitoException}.
 */
final class CognitoCalls implements AutoCloseable {

	private final LazyClient client;

	CognitoCalls(LazyClient client) {
		this.client = client;
	}

	<T extends CognitoIdentityProviderResponse> T call(Function<CognitoIdentityProviderClient, T> operation) {
		CognitoIdentityProviderClient client = this.client.get();
		try {
			T response = operation.apply(client);
			checkIsJson(response);
			return response;
		}
		catch (SdkException ex) {
			throw SdkErrors.translate(ex);
		}
	}

	/**
	 * The SDK does not read answers that have no members, so that a proxy's page would
	 * pass for a changed password.
	 */
	private static void checkIsJson(CognitoIdentityProviderResponse response) {
		String contentType = response.sdkHttpResponse().firstMatchingHeader("Content-Type").orElse("");
		if (!contentType.contains("json")) {
			throw BrokenAnswer.because("its answer is not JSON");
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
