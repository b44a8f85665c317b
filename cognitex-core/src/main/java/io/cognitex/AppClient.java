package io.cognitex;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The app client on whose behalf Cognito is called: its ids, the hash wherever it has a
 * secret, and what the application wants to be told along with its calls.
 */
final class AppClient {

	private final String userPoolId;

	private final String clientId;

	private final @Nullable String clientSecret;

	private final @Nullable SecretHash secretHash;

	private final UserContextSource userContext;

	private final ClientMetadataSource clientMetadata;

	AppClient(String userPoolId, String clientId, @Nullable String clientSecret, UserContextSource userContext,
			ClientMetadataSource clientMetadata) {
		this.userPoolId = userPoolId;
		this.clientId = clientId;
		this.clientSecret = clientSecret;
		this.secretHash = (clientSecret != null) ? new SecretHash(clientId, clientSecret) : null;
		this.userContext = userContext;
		this.clientMetadata = clientMetadata;
	}

	String userPoolId() {
		return this.userPoolId;
	}

	String clientId() {
		return this.clientId;
	}

	/**
	 * The secret itself, for the two operations that take it and no hash.
	 */
	@Nullable String clientSecret() {
		return this.clientSecret;
	}

	/**
	 * The hash for a request.
	 * @param username exactly as the same request names the user
	 */
	@Nullable String secretHash(String username) {
		return (this.secretHash != null) ? this.secretHash.of(username) : null;
	}

	/**
	 * Parameters of a sign-in, with the user and the hash that goes with the name.
	 */
	Map<String, String> withUsername(String username, Map<String, String> others) {
		Map<String, String> parameters = new HashMap<>(others);
		parameters.put("USERNAME", username);
		if (this.secretHash != null) {
			parameters.put("SECRET_HASH", this.secretHash.of(username));
		}
		return parameters;
	}

	@Nullable UserContext userContext() {
		return this.userContext.userContext();
	}

	/**
	 * The application's metadata; {@code null} where it has none, so that the request
	 * does not carry an empty object.
	 */
	@Nullable Map<String, String> clientMetadata(String operation) {
		Map<String, String> metadata = this.clientMetadata.clientMetadata(operation);
		return metadata.isEmpty() ? null : metadata;
	}

}
