package io.cognitex;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminRespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NewDeviceMetadataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;

/**
 * The calls of a sign-in. A sign-in that began with AWS credentials goes on with them.
 */
final class SignInGateway {

	private final CognitoCalls cognito;

	private final AppClient appClient;

	private final IssuedTokens issuedTokens;

	SignInGateway(CognitoCalls cognito, AppClient appClient, IssuedTokens issuedTokens) {
		this.cognito = cognito;
		this.appClient = appClient;
		this.issuedTokens = issuedTokens;
	}

	AuthStep initiateAuth(SignInProgress progress, Map<String, String> parameters) {
		return (progress.flow() == SignInFlow.ADMIN_USER_PASSWORD_AUTH) ? initiateAsAdmin(progress, parameters)
				: initiate(progress, parameters);
	}

	private AuthStep initiate(SignInProgress progress, Map<String, String> parameters) {
		InitiateAuthResponse response = this.cognito
			.call((client) -> client.initiateAuth((request) -> request.clientId(this.appClient.clientId())
				.authFlow(progress.flow().name())
				.authParameters(this.appClient.withUsername(progress.username(), parameters))
				.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("InitiateAuth"))));
		return new AuthStep(response.challengeNameAsString(), session(response.session()),
				response.challengeParameters(), response.availableChallengesAsStrings(),
				tokens(response.authenticationResult()), newDevice(response.authenticationResult()));
	}

	private AuthStep initiateAsAdmin(SignInProgress progress, Map<String, String> parameters) {
		AdminInitiateAuthResponse response = this.cognito
			.call((client) -> client.adminInitiateAuth((request) -> request.userPoolId(this.appClient.userPoolId())
				.clientId(this.appClient.clientId())
				.authFlow(progress.flow().name())
				.authParameters(this.appClient.withUsername(progress.username(), parameters))
				.contextData(ContextTypes.contextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("AdminInitiateAuth"))));
		return new AuthStep(response.challengeNameAsString(), session(response.session()),
				response.challengeParameters(), response.availableChallengesAsStrings(),
				tokens(response.authenticationResult()), newDevice(response.authenticationResult()));
	}

	AuthStep respondToAuthChallenge(String challengeName, SignInProgress progress, Map<String, String> responses) {
		return (progress.flow() == SignInFlow.ADMIN_USER_PASSWORD_AUTH)
				? respondAsAdmin(challengeName, progress, responses) : respond(challengeName, progress, responses);
	}

	private AuthStep respond(String challengeName, SignInProgress progress, Map<String, String> responses) {
		RespondToAuthChallengeResponse response = this.cognito
			.call((client) -> client.respondToAuthChallenge((request) -> request.clientId(this.appClient.clientId())
				.challengeName(challengeName)
				.session(value(progress.session()))
				.challengeResponses(this.appClient.withUsername(progress.username(), responses))
				.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("RespondToAuthChallenge"))));
		return new AuthStep(response.challengeNameAsString(), session(response.session()),
				response.challengeParameters(), List.of(), tokens(response.authenticationResult()),
				newDevice(response.authenticationResult()));
	}

	private AuthStep respondAsAdmin(String challengeName, SignInProgress progress, Map<String, String> responses) {
		AdminRespondToAuthChallengeResponse response = this.cognito.call((client) -> client
			.adminRespondToAuthChallenge((request) -> request.userPoolId(this.appClient.userPoolId())
				.clientId(this.appClient.clientId())
				.challengeName(challengeName)
				.session(value(progress.session()))
				.challengeResponses(this.appClient.withUsername(progress.username(), responses))
				.contextData(ContextTypes.contextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("AdminRespondToAuthChallenge"))));
		return new AuthStep(response.challengeNameAsString(), session(response.session()),
				response.challengeParameters(), List.of(), tokens(response.authenticationResult()),
				newDevice(response.authenticationResult()));
	}

	/**
	 * Begins to set up an authenticator app within a sign-in.
	 */
	SoftwareTokenAssociation associateSoftwareToken(@Nullable CognitoSession session) {
		AssociateSoftwareTokenResponse response = this.cognito
			.call((client) -> client.associateSoftwareToken((request) -> request.session(value(session))));
		return new SoftwareTokenAssociation(BrokenAnswer.require(response.secretCode(), "SecretCode"),
				BrokenAnswer.require(session(response.session()), "Session"));
	}

	/**
	 * Shows within a sign-in that the authenticator app was set up.
	 * @return the session with which the sign-in goes on
	 */
	CognitoSession verifySoftwareToken(@Nullable CognitoSession session, String code,
			@Nullable String friendlyDeviceName) {
		VerifySoftwareTokenResponse response = this.cognito.call((client) -> client.verifySoftwareToken(
				(request) -> request.session(value(session)).userCode(code).friendlyDeviceName(friendlyDeviceName)));
		SoftwareTokenStatus.check(response.statusAsString());
		return BrokenAnswer.require(session(response.session()), "Session");
	}

	private @Nullable CognitoTokens tokens(@Nullable AuthenticationResultType result) {
		return (result != null) ? this.issuedTokens.read(result.accessToken(), result.idToken(), result.refreshToken(),
				result.expiresIn()) : null;
	}

	private static @Nullable NewDevice newDevice(@Nullable AuthenticationResultType result) {
		NewDeviceMetadataType metadata = (result != null) ? result.newDeviceMetadata() : null;
		if (metadata == null || metadata.deviceKey() == null || metadata.deviceGroupKey() == null) {
			return null;
		}
		return new NewDevice(metadata.deviceKey(), metadata.deviceGroupKey());
	}

	private static @Nullable CognitoSession session(@Nullable String value) {
		return (value != null) ? new CognitoSession(value) : null;
	}

	private static @Nullable String value(@Nullable CognitoSession session) {
		return (session != null) ? session.value() : null;
	}

}
