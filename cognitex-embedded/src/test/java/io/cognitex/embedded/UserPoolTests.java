package io.cognitex.embedded;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UserPoolTests {

	private final EmbeddedCognito cognito = EmbeddedCognito.start();

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.cognito);

	@AfterEach
	void close() {
		this.iam.close();
		this.cognito.close();
	}

	@Test
	void createUserPoolWhenUnsignedThenMissingAuthenticationToken() {
		try (CognitoIdentityProviderClient anonymous = TestClients.anonymous(this.cognito)) {
			assertThatExceptionOfType(CognitoIdentityProviderException.class)
				.isThrownBy(() -> anonymous.createUserPool((r) -> r.poolName("people")))
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode())
					.isEqualTo("MissingAuthenticationTokenException"));
		}
	}

	@Test
	void createUserPoolWhenNameIsMissingAndLengthTooSmallThenBothViolations() {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(
				() -> this.iam.createUserPool((r) -> r.policies((p) -> p.passwordPolicy((w) -> w.minimumLength(5)))))
			.satisfies(
					(ex) -> assertThat(ex.awsErrorDetails().errorMessage()).startsWith("2 validation errors detected: ")
						.contains("Value null at 'poolName' failed to satisfy constraint: Member must not be null",
								"Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: "
										+ "Member must have value greater than or equal to 6"));
	}

	@Test
	void createUserPoolWhenAliasesAndUsernameAttributesThenInvalidParameter() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.iam.createUserPool((r) -> r.poolName("people")
				.aliasAttributes(AliasAttributeType.EMAIL)
				.usernameAttributes(UsernameAttributeType.EMAIL)))
			.withMessageContaining("Only one of the aliasAttributes or usernameAttributes can be set");
	}

	@Test
	void createUserPoolWhenCustomAttributeIsRequiredThenInvalidParameter() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.iam
				.createUserPool((r) -> r.poolName("people").schema(attribute("tier").required(true).build())))
			.withMessageContaining("Required custom attributes are not supported currently.");
	}

	@Test
	void createUserPoolWhenLambdaIsGivenThenSaysThatItIsNotSupported() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.iam.createUserPool((r) -> r.poolName("people")
				.lambdaConfig((l) -> l.preSignUp("arn:aws:lambda:us-east-1:123456789012:function:pre"))))
			.withMessageContaining("LambdaConfig is not supported by the embedded user pool.");
	}

	@Test
	void describeUserPoolWhenUnknownThenNotFound() {
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.iam.describeUserPool((r) -> r.userPoolId("us-east-1_Nobody123")))
			.withMessageContaining("User pool us-east-1_Nobody123 does not exist.");
	}

	@Test
	void describeUserPoolTellsWhatThePoolWasCreatedWith() {
		String userPoolId = this.iam.createUserPool((r) -> r.poolName("people")
			.usernameAttributes(UsernameAttributeType.EMAIL)
			.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
			.usernameConfiguration((u) -> u.caseSensitive(false))
			.policies((p) -> p.passwordPolicy((w) -> w.minimumLength(12).requireNumbers(true)))
			.schema(attribute("email").required(true).mutable(true).attributeDataType(AttributeDataType.STRING).build(),
					attribute("tier").attributeDataType(AttributeDataType.NUMBER).mutable(false).build())
			.userPoolTags(Map.of("team", "blue"))).userPool().id();

		UserPoolType pool = this.iam.describeUserPool((r) -> r.userPoolId(userPoolId)).userPool();

		assertThat(userPoolId).matches("us-east-1_[0-9a-zA-Z]{9}");
		assertThat(pool.name()).isEqualTo("people");
		assertThat(pool.usernameAttributes()).containsExactly(UsernameAttributeType.EMAIL);
		assertThat(pool.usernameConfiguration().caseSensitive()).isFalse();
		assertThat(pool.policies().passwordPolicy().minimumLength()).isEqualTo(12);
		assertThat(pool.policies().passwordPolicy().requireSymbols()).isFalse();
		assertThat(pool.userPoolTags()).containsEntry("team", "blue");
		assertThat(pool.schemaAttributes()).filteredOn("name", "email").allMatch((a) -> a.required());
		assertThat(pool.schemaAttributes()).filteredOn("name", "custom:tier")
			.singleElement()
			.matches((a) -> !a.mutable());
	}

	@Test
	void createUserPoolClientWhenFlowsAreMixedThenInvalidParameter() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.iam.createUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId())
				.clientName("web")
				.explicitAuthFlows(ExplicitAuthFlowsType.ADMIN_NO_SRP_AUTH,
						ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH)));
	}

	@Test
	void createUserPoolClientWhenTokenLivesTooLongThenInvalidParameter() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.iam.createUserPoolClient(
					(r) -> r.userPoolId(this.cognito.userPoolId()).clientName("web").accessTokenValidity(25)))
			.withMessageContaining("Invalid range for token validity.");
	}

	@Test
	void createUserPoolClientWhenWriteAttributesAreUnknownThenInvalidParameter() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.iam.createUserPoolClient(
					(r) -> r.userPoolId(this.cognito.userPoolId()).clientName("web").writeAttributes("email_verified")))
			.withMessageContaining("Invalid write attributes specified while creating a client");
	}

	@Test
	void createUserPoolClientWhenRotationAndRefreshFlowThenInvalidParameter() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.iam.createUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId())
				.clientName("web")
				.refreshTokenRotation((o) -> o.feature("ENABLED"))));
	}

	@Test
	void describeUserPoolClientWhenOfAnotherPoolThenNotFound() {
		String other = this.iam.createUserPool((r) -> r.poolName("others")).userPool().id();

		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(
					() -> this.iam.describeUserPoolClient((r) -> r.userPoolId(other).clientId(this.cognito.clientId())))
			.withMessageContaining("User pool client " + this.cognito.clientId() + " does not exist.");
	}

	@Test
	void describeUserPoolClientTellsWhatTheClientWasCreatedWith() {
		String userPoolId = this.iam.createUserPool((r) -> r.poolName("people")).userPool().id();
		String clientId = this.iam
			.createUserPoolClient((r) -> r.userPoolId(userPoolId).clientName("web").generateSecret(true))
			.userPoolClient()
			.clientId();

		UserPoolClientType client = this.iam.describeUserPoolClient((r) -> r.userPoolId(userPoolId).clientId(clientId))
			.userPoolClient();

		assertThat(clientId).matches("[0-9a-z]{26}");
		assertThat(client.clientName()).isEqualTo("web");
		assertThat(client.clientSecret()).matches("[0-9a-z]{51,52}");
		assertThat(client.refreshTokenValidity()).isEqualTo(30);
		assertThat(client.accessTokenValidity()).isNull();
		assertThat(client.tokenValidityUnits()).isNull();
		assertThat(client.enableTokenRevocation()).isTrue();
		assertThat(client.authSessionValidity()).isEqualTo(3);
		assertThat(client.preventUserExistenceErrors()).isEqualTo(PreventUserExistenceErrorTypes.LEGACY);
		assertThat(client.explicitAuthFlows()).containsExactlyInAnyOrder(ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH,
				ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH, ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH);
	}

	@Test
	void aUserOfOnePoolIsUnknownInAnother() {
		this.cognito.addUser(EmbeddedUser.named("alice").password("Passw0rd!").build());
		String userPoolId = this.iam.createUserPool((r) -> r.poolName("people")).userPool().id();
		String clientId = this.iam
			.createUserPoolClient((r) -> r.userPoolId(userPoolId)
				.clientName("web")
				.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED)
				.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH))
			.userPoolClient()
			.clientId();

		assertThatExceptionOfType(NotAuthorizedException.class).isThrownBy(() -> signIn(clientId));

		this.iam.adminCreateUser((r) -> r.userPoolId(userPoolId)
			.username("alice")
			.messageAction("SUPPRESS")
			.userAttributes(AttributeType.builder().name("email").value("alice@example.com").build()));
		this.iam.adminSetUserPassword(
				(r) -> r.userPoolId(userPoolId).username("alice").password("Passw0rd!").permanent(true));
		assertThat(signIn(clientId)).isNotEmpty();
	}

	private static SchemaAttributeType.Builder attribute(String name) {
		return SchemaAttributeType.builder().name(name);
	}

	private String signIn(String clientId) {
		return this.iam
			.initiateAuth((r) -> r.clientId(clientId)
				.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
				.authParameters(Map.of("USERNAME", "alice", "PASSWORD", "Passw0rd!")))
			.authenticationResult()
			.accessToken();
	}

}
