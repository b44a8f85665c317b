package io.cognitex;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

/**
 * The calls of the account operations: our values go in, our values and
 * {@link CognitoException} come out.
 */
final class AccountGateway {

	private final CognitoCalls cognito;

	private final AppClient appClient;

	AccountGateway(CognitoCalls cognito, AppClient appClient) {
		this.cognito = cognito;
		this.appClient = appClient;
	}

	SignUpResult signUp(String username, String password, Map<String, String> attributes) {
		SignUpResponse response = this.cognito
			.call((client) -> client.signUp((request) -> request.clientId(this.appClient.clientId())
				.secretHash(this.appClient.secretHash(username))
				.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("SignUp"))
				.username(username)
				.password(password)
				.userAttributes(attributeTypes(attributes))));
		CodeDeliveryDetailsType details = response.codeDeliveryDetails();
		return new SignUpResult(BrokenAnswer.require(response.userSub(), "UserSub"),
				Boolean.TRUE.equals(response.userConfirmed()), (details != null) ? codeDelivery(details) : null);
	}

	void confirmSignUp(String username, String confirmationCode) {
		this.cognito.call((client) -> client.confirmSignUp((request) -> request.clientId(this.appClient.clientId())
			.secretHash(this.appClient.secretHash(username))
			.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
			.clientMetadata(this.appClient.clientMetadata("ConfirmSignUp"))
			.username(username)
			.confirmationCode(confirmationCode)));
	}

	CodeDelivery resendConfirmationCode(String username) {
		return codeDelivery(this.cognito
			.call((client) -> client.resendConfirmationCode((request) -> request.clientId(this.appClient.clientId())
				.secretHash(this.appClient.secretHash(username))
				.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("ResendConfirmationCode"))
				.username(username)))
			.codeDeliveryDetails());
	}

	CognitoUser getUser(String accessToken) {
		GetUserResponse response = this.cognito
			.call((client) -> client.getUser((request) -> request.accessToken(accessToken)));
		return new CognitoUser(BrokenAnswer.require(response.username(), "Username"),
				attributes(response.userAttributes()), response.preferredMfaSetting(), response.userMFASettingList(),
				null, null, null, null);
	}

	CognitoUser adminGetUser(String username) {
		AdminGetUserResponse response = this.cognito.call((client) -> client
			.adminGetUser((request) -> request.userPoolId(this.appClient.userPoolId()).username(username)));
		return new CognitoUser(BrokenAnswer.require(response.username(), "Username"),
				attributes(response.userAttributes()), response.preferredMfaSetting(), response.userMFASettingList(),
				UserStatus.of(response.userStatusAsString()), response.enabled(), response.userCreateDate(),
				response.userLastModifiedDate());
	}

	void changePassword(String accessToken, String previousPassword, String proposedPassword) {
		this.cognito.call((client) -> client.changePassword((request) -> request.accessToken(accessToken)
			.previousPassword(previousPassword)
			.proposedPassword(proposedPassword)));
	}

	List<CodeDelivery> updateUserAttributes(String accessToken, Map<String, String> attributes) {
		return this.cognito
			.call((client) -> client.updateUserAttributes((request) -> request.accessToken(accessToken)
				.userAttributes(attributeTypes(attributes))
				.clientMetadata(this.appClient.clientMetadata("UpdateUserAttributes"))))
			.codeDeliveryDetailsList()
			.stream()
			.map(AccountGateway::codeDelivery)
			.toList();
	}

	CodeDelivery getUserAttributeVerificationCode(String accessToken, String attributeName) {
		return codeDelivery(this.cognito
			.call((client) -> client.getUserAttributeVerificationCode((request) -> request.accessToken(accessToken)
				.attributeName(attributeName)
				.clientMetadata(this.appClient.clientMetadata("GetUserAttributeVerificationCode"))))
			.codeDeliveryDetails());
	}

	void verifyUserAttribute(String accessToken, String attributeName, String code) {
		this.cognito.call((client) -> client.verifyUserAttribute(
				(request) -> request.accessToken(accessToken).attributeName(attributeName).code(code)));
	}

	CodeDelivery forgotPassword(String username) {
		return codeDelivery(this.cognito
			.call((client) -> client.forgotPassword((request) -> request.clientId(this.appClient.clientId())
				.secretHash(this.appClient.secretHash(username))
				.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("ForgotPassword"))
				.username(username)))
			.codeDeliveryDetails());
	}

	void confirmForgotPassword(String confirmationCode, String username, String password) {
		this.cognito
			.call((client) -> client.confirmForgotPassword((request) -> request.clientId(this.appClient.clientId())
				.secretHash(this.appClient.secretHash(username))
				.userContextData(ContextTypes.userContextData(this.appClient.userContext()))
				.clientMetadata(this.appClient.clientMetadata("ConfirmForgotPassword"))
				.username(username)
				.confirmationCode(confirmationCode)
				.password(password)));
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
