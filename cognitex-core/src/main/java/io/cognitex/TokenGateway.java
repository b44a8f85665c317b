package io.cognitex;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/**
 * The calls by which a login goes on and ends.
 */
final class TokenGateway {

	private final CognitoCalls cognito;

	private final AppClient appClient;

	private final IssuedTokens issuedTokens;

	TokenGateway(CognitoCalls cognito, AppClient appClient, IssuedTokens issuedTokens) {
		this.cognito = cognito;
		this.appClient = appClient;
		this.issuedTokens = issuedTokens;
	}

	/**
	 * Takes the plain secret, and works with and without rotation.
	 */
	CognitoTokens getTokensFromRefreshToken(String refreshToken, @Nullable String deviceKey) {
		return tokens(
				this.cognito
					.call((client) -> client
						.getTokensFromRefreshToken((request) -> request.clientId(this.appClient.clientId())
							.clientSecret(this.appClient.clientSecret())
							.refreshToken(refreshToken)
							.deviceKey(deviceKey)
							.clientMetadata(this.appClient.clientMetadata("GetTokensFromRefreshToken"))))
					.authenticationResult());
	}

	/**
	 * The older way, which takes no username, yet a hash that is made with it.
	 */
	CognitoTokens refreshTokenAuth(String refreshToken, String canonicalUsername, @Nullable String deviceKey) {
		Map<String, String> parameters = new HashMap<>();
		parameters.put("REFRESH_TOKEN", refreshToken);
		parameters.put("DEVICE_KEY", deviceKey);
		parameters.put("SECRET_HASH", this.appClient.secretHash(canonicalUsername));
		parameters.values().removeIf((value) -> value == null);
		return tokens(this.cognito
			.call((client) -> client.initiateAuth((request) -> request.clientId(this.appClient.clientId())
				.authFlow("REFRESH_TOKEN_AUTH")
				.authParameters(parameters)
				.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("InitiateAuth"))))
			.authenticationResult());
	}

	void revokeToken(String refreshToken) {
		this.cognito.call((client) -> client.revokeToken((request) -> request.clientId(this.appClient.clientId())
			.clientSecret(this.appClient.clientSecret())
			.token(refreshToken)));
	}

	void globalSignOut(String accessToken) {
		this.cognito.call((client) -> client.globalSignOut((request) -> request.accessToken(accessToken)));
	}

	void adminUserGlobalSignOut(String username) {
		this.cognito.call((client) -> client
			.adminUserGlobalSignOut((request) -> request.userPoolId(this.appClient.userPoolId()).username(username)));
	}

	private CognitoTokens tokens(@Nullable AuthenticationResultType result) {
		AuthenticationResultType issued = BrokenAnswer.require(result, "AuthenticationResult");
		return this.issuedTokens.read(issued.accessToken(), issued.idToken(), issued.refreshToken(),
				issued.expiresIn());
	}

}
