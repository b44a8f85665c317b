package io.cognitex;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cognitex.jwt.MalformedJwtException;
import io.cognitex.jwt.UnverifiedJwt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

/**
 * The one place where Cognito is called: our values go in, our values and
 * {@link CognitoException} come out. Adds the secret hash wherever the app client has a
 * secret.
 */
final class CognitoGateway implements AutoCloseable {

	private final LazyClient client;

	private final String userPoolId;

	private final String clientId;

	private final @Nullable SecretHash secretHash;

	private final Clock clock;

	CognitoGateway(LazyClient client, String userPoolId, String clientId, @Nullable SecretHash secretHash,
			Clock clock) {
		this.client = client;
		this.userPoolId = userPoolId;
		this.clientId = clientId;
		this.secretHash = secretHash;
		this.clock = clock;
	}

	SignUpResult signUp(String username, String password, Map<String, String> attributes) {
		SignUpResponse response = call((client) -> client.signUp((request) -> request.clientId(this.clientId)
			.secretHash(secretHash(username))
			.username(username)
			.password(password)
			.userAttributes(attributeTypes(attributes))));
		CodeDeliveryDetailsType details = response.codeDeliveryDetails();
		return new SignUpResult(BrokenAnswer.require(response.userSub(), "UserSub"),
				Boolean.TRUE.equals(response.userConfirmed()), (details != null) ? codeDelivery(details) : null);
	}

	void confirmSignUp(String username, String confirmationCode) {
		call((client) -> client.confirmSignUp((request) -> request.clientId(this.clientId)
			.secretHash(secretHash(username))
			.username(username)
			.confirmationCode(confirmationCode)));
	}

	CodeDelivery resendConfirmationCode(String username) {
		return codeDelivery(call((client) -> client.resendConfirmationCode(
				(request) -> request.clientId(this.clientId).secretHash(secretHash(username)).username(username)))
			.codeDeliveryDetails());
	}

	AuthStep initiateAuth(SignInFlow flow, String username, Map<String, String> parameters) {
		InitiateAuthResponse response = call(
				(client) -> client.initiateAuth((request) -> request.clientId(this.clientId)
					.authFlow(flow.name())
					.authParameters(withUsername(username, parameters))));
		return new AuthStep(response.challengeNameAsString(), session(response.session()),
				response.challengeParameters(), response.availableChallengesAsStrings(),
				tokens(response.authenticationResult()));
	}

	AuthStep adminInitiateAuth(SignInFlow flow, String username, Map<String, String> parameters) {
		AdminInitiateAuthResponse response = call(
				(client) -> client.adminInitiateAuth((request) -> request.userPoolId(this.userPoolId)
					.clientId(this.clientId)
					.authFlow(flow.name())
					.authParameters(withUsername(username, parameters))));
		return new AuthStep(response.challengeNameAsString(), session(response.session()),
				response.challengeParameters(), response.availableChallengesAsStrings(),
				tokens(response.authenticationResult()));
	}

	AuthStep respondToAuthChallenge(String challengeName, @Nullable CognitoSession session, String username,
			Map<String, String> responses) {
		RespondToAuthChallengeResponse response = call(
				(client) -> client.respondToAuthChallenge((request) -> request.clientId(this.clientId)
					.challengeName(challengeName)
					.session((session != null) ? session.value() : null)
					.challengeResponses(withUsername(username, responses))));
		return new AuthStep(response.challengeNameAsString(), session(response.session()),
				response.challengeParameters(), List.of(), tokens(response.authenticationResult()));
	}

	CognitoUser getUser(String accessToken) {
		GetUserResponse response = call((client) -> client.getUser((request) -> request.accessToken(accessToken)));
		return new CognitoUser(BrokenAnswer.require(response.username(), "Username"),
				attributes(response.userAttributes()), response.preferredMfaSetting(), response.userMFASettingList(),
				null, null, null, null);
	}

	CognitoUser adminGetUser(String username) {
		AdminGetUserResponse response = call(
				(client) -> client.adminGetUser((request) -> request.userPoolId(this.userPoolId).username(username)));
		return new CognitoUser(BrokenAnswer.require(response.username(), "Username"),
				attributes(response.userAttributes()), response.preferredMfaSetting(), response.userMFASettingList(),
				UserStatus.of(response.userStatusAsString()), response.enabled(), response.userCreateDate(),
				response.userLastModifiedDate());
	}

	void changePassword(String accessToken, String previousPassword, String proposedPassword) {
		call((client) -> client.changePassword((request) -> request.accessToken(accessToken)
			.previousPassword(previousPassword)
			.proposedPassword(proposedPassword)));
	}

	List<CodeDelivery> updateUserAttributes(String accessToken, Map<String, String> attributes) {
		return call((client) -> client.updateUserAttributes(
				(request) -> request.accessToken(accessToken).userAttributes(attributeTypes(attributes))))
			.codeDeliveryDetailsList()
			.stream()
			.map(CognitoGateway::codeDelivery)
			.toList();
	}

	CodeDelivery getUserAttributeVerificationCode(String accessToken, String attributeName) {
		return codeDelivery(call((client) -> client.getUserAttributeVerificationCode(
				(request) -> request.accessToken(accessToken).attributeName(attributeName)))
			.codeDeliveryDetails());
	}

	void verifyUserAttribute(String accessToken, String attributeName, String code) {
		call((client) -> client.verifyUserAttribute(
				(request) -> request.accessToken(accessToken).attributeName(attributeName).code(code)));
	}

	CodeDelivery forgotPassword(String username) {
		return codeDelivery(call((client) -> client.forgotPassword(
				(request) -> request.clientId(this.clientId).secretHash(secretHash(username)).username(username)))
			.codeDeliveryDetails());
	}

	void confirmForgotPassword(String confirmationCode, String username, String password) {
		call((client) -> client.confirmForgotPassword((request) -> request.clientId(this.clientId)
			.secretHash(secretHash(username))
			.username(username)
			.confirmationCode(confirmationCode)
			.password(password)));
	}

	@Override
	public void close() {
		this.client.close();
	}

	private <T extends CognitoIdentityProviderResponse> T call(Function<CognitoIdentityProviderClient, T> operation) {
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

	private @Nullable String secretHash(String username) {
		return (this.secretHash != null) ? this.secretHash.of(username) : null;
	}

	private Map<String, String> withUsername(String username, Map<String, String> others) {
		Map<String, String> parameters = new HashMap<>(others);
		parameters.put("USERNAME", username);
		if (this.secretHash != null) {
			parameters.put("SECRET_HASH", this.secretHash.of(username));
		}
		return parameters;
	}

	private @Nullable CognitoTokens tokens(@Nullable AuthenticationResultType result) {
		if (result == null) {
			return null;
		}
		String accessToken = BrokenAnswer.require(result.accessToken(), "AccessToken");
		return new CognitoTokens(accessToken, BrokenAnswer.require(result.idToken(), "IdToken"), result.refreshToken(),
				expiry(accessToken, result.expiresIn()));
	}

	/**
	 * The model does not promise {@code ExpiresIn}, and cognito-local leaves it out; the
	 * token says the same.
	 */
	private Instant expiry(String accessToken, @Nullable Integer expiresIn) {
		if (expiresIn != null) {
			return this.clock.instant().plusSeconds(expiresIn);
		}
		try {
			return Instant.ofEpochSecond(BrokenAnswer.require(UnverifiedJwt.parse(accessToken).number("exp"), "exp"));
		}
		catch (MalformedJwtException | DateTimeException ex) {
			throw BrokenAnswer.because("its access token has no lifetime");
		}
	}

	private static @Nullable CognitoSession session(@Nullable String value) {
		return (value != null) ? new CognitoSession(value) : null;
	}

	private static CodeDelivery codeDelivery(@Nullable CodeDeliveryDetailsType details) {
		if (details == null) {
			return new CodeDelivery(null, null, null);
		}
		return new CodeDelivery(details.destination(), details.deliveryMediumAsString(), details.attributeName());
	}

	private static List<AttributeType> attributeTypes(Map<String, String> attributes) {
		return attributes.entrySet()
			.stream()
			.map((attribute) -> AttributeType.builder().name(attribute.getKey()).value(attribute.getValue()).build())
			.toList();
	}

	private static Map<String, String> attributes(List<AttributeType> attributes) {
		return attributes.stream()
			.filter((attribute) -> attribute.name() != null && attribute.value() != null)
			.collect(Collectors.toMap(AttributeType::name, AttributeType::value, (first, second) -> second));
	}

}
