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
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
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
	void createUserPoolClientWhenUnitHasNoValueThenInvalidParameter() {
		Refusals
			.assertInvalidParameter(() -> this.iam.createUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId())
				.clientName("web")
				.tokenValidityUnits((u) -> u.accessToken("minutes"))), "Invalid range for token validity.");
	}

	@Test
	void createUserPoolClientWhenRefreshTokenValidityIsZeroThenThirtyDays() {
		UserPoolClientType client = this.iam
			.createUserPoolClient(
					(r) -> r.userPoolId(this.cognito.userPoolId()).clientName("web").refreshTokenValidity(0))
			.userPoolClient();

		assertThat(client.refreshTokenValidity()).isEqualTo(30);
	}

	@Test
	void createUserPoolClientWhenFlowsHaveTheirOlderNamesThenTheyWorkAndAreDescribed() {
		this.cognito.addUser(TestUsers.alice().build());

		UserPoolClientType client = this.iam
			.createUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId())
				.clientName("web")
				.explicitAuthFlows(ExplicitAuthFlowsType.USER_PASSWORD_AUTH))
			.userPoolClient();

		assertThat(client.explicitAuthFlows()).containsExactly(ExplicitAuthFlowsType.USER_PASSWORD_AUTH);
		assertThat(signIn(client.clientId())).isNotEmpty();
	}

	@Test
	void createUserPoolClientWhenProviderIsUnknownThenInvalidParameter() {
		Refusals.assertInvalidParameter(() -> this.iam.createUserPoolClient(
				(r) -> r.userPoolId(this.cognito.userPoolId()).clientName("web").supportedIdentityProviders("Google")),
				"The provider Google does not exist for User Pool " + this.cognito.userPoolId() + ".");
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

	@Test
	void createUserPoolWhenSecondFactorHasNoChannelThenInvalidParameter() {
		Refusals.assertInvalidParameter(
				() -> this.iam.createUserPool((r) -> r.poolName("people").mfaConfiguration("ON")),
				"SMS configuration and Auto verification for phone_number are required when MFA is required/optional");
	}

	@Test
	void createUserPoolWhenRecoveryIsContradictoryThenInvalidParameter() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(
					() -> this.iam.createUserPool((r) -> r.poolName("people")
						.accountRecoverySetting((a) -> a.recoveryMechanisms(mechanism(1, "admin_only"),
								mechanism(2, "verified_email")))))
			.withMessageContaining("Account Recovery Setting cannot use admin_only setting");
	}

	@Test
	void updateUserPoolWhenUnknownThenNotFound() {
		Refusals.assertRefused(() -> this.iam.updateUserPool((r) -> r.userPoolId("us-east-1_Nobody123")),
				"ResourceNotFoundException", "User pool us-east-1_Nobody123 does not exist.");
	}

	@Test
	void updateUserPoolWhenLengthIsTooGreatThenValidationError() {
		Refusals.assertInvalidParameter(
				() -> this.iam.updateUserPool((r) -> r.userPoolId(this.cognito.userPoolId())
					.policies((p) -> p.passwordPolicy((w) -> w.minimumLength(100)))),
				"1 validation error detected: Value '100' at 'policies.passwordPolicy.minimumLength' failed to satisfy "
						+ "constraint: Member must have value less than or equal to 99");
	}

	@Test
	void updateUserPoolThenNewRulesCountAndOthersGoBackToTheDefault() {
		String userPoolId = this.iam
			.createUserPool((r) -> r.poolName("people")
				.usernameAttributes(UsernameAttributeType.EMAIL)
				.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
				.adminCreateUserConfig((a) -> a.allowAdminCreateUserOnly(true)))
			.userPool()
			.id();

		this.iam.updateUserPool(
				(r) -> r.userPoolId(userPoolId).policies((p) -> p.passwordPolicy((w) -> w.minimumLength(20))));

		UserPoolType pool = this.iam.describeUserPool((r) -> r.userPoolId(userPoolId)).userPool();
		assertThat(pool.policies().passwordPolicy().minimumLength()).isEqualTo(20);
		assertThat(pool.adminCreateUserConfig().allowAdminCreateUserOnly()).isFalse();
		assertThat(pool.hasAutoVerifiedAttributes()).isFalse();
		assertThat(pool.name()).isEqualTo("people");
		assertThat(pool.usernameAttributes()).containsExactly(UsernameAttributeType.EMAIL);
		Refusals.assertRefused(
				() -> this.iam.adminCreateUser(
						(r) -> r.userPoolId(userPoolId).username("bob@example.com").temporaryPassword("Passw0rd!")),
				"InvalidPasswordException", "Password did not conform with password policy: Password not long enough");
	}

	@Test
	void deleteUserPoolWhenProtectedThenInvalidParameter() {
		String userPoolId = this.iam
			.createUserPool((r) -> r.poolName("people").deletionProtection(DeletionProtectionType.ACTIVE))
			.userPool()
			.id();

		Refusals.assertInvalidParameter(() -> this.iam.deleteUserPool((r) -> r.userPoolId(userPoolId)),
				"The user pool cannot be deleted because deletion protection is activated. Deletion protection must be "
						+ "inactivated first.");

		this.iam.updateUserPool((r) -> r.userPoolId(userPoolId).deletionProtection(DeletionProtectionType.INACTIVE));
		this.iam.deleteUserPool((r) -> r.userPoolId(userPoolId));
		Refusals.assertRefused(() -> this.iam.describeUserPool((r) -> r.userPoolId(userPoolId)),
				"ResourceNotFoundException", "User pool " + userPoolId + " does not exist.");
	}

	@Test
	void deleteUserPoolThenItsTokensAreWorthless() {
		EmbeddedUserPool pool = this.cognito.addUserPool(EmbeddedCognito.builder());
		pool.addUser(TestUsers.alice().build());
		String accessToken = signIn(pool.clientId());

		this.iam.deleteUserPool((r) -> r.userPoolId(pool.userPoolId()));

		Refusals.assertNotAuthorized(() -> this.iam.getUser((r) -> r.accessToken(accessToken)),
				"Could not verify signature for Access Token");
		Refusals.assertRefused(() -> signIn(pool.clientId()), "ResourceNotFoundException",
				"User pool client " + pool.clientId() + " does not exist.");
	}

	@Test
	void listUserPoolsWhenMaxResultsIsMissingOrTokenForgedThenRefused() {
		Refusals.assertInvalidParameter(() -> this.iam.listUserPools((r) -> r.nextToken("x")),
				"1 validation error detected: Value null at 'maxResults' failed to satisfy constraint: Member must not "
						+ "be null");
		Refusals.assertInvalidParameter(() -> this.iam.listUserPools((r) -> r.maxResults(1).nextToken("x")),
				"Invalid pagination token given.");
	}

	@Test
	void listUserPoolsWhenPagedThenEveryPoolOnce() {
		String other = this.cognito.addUserPool(EmbeddedCognito.builder()).userPoolId();

		assertThat(this.iam.listUserPoolsPaginator((r) -> r.maxResults(1)).userPools())
			.extracting(UserPoolDescriptionType::id)
			.containsExactlyInAnyOrder(this.cognito.userPoolId(), other);
	}

	@Test
	void updateUserPoolClientWhenFlowIsSwitchedOffThenRefused() {
		this.cognito.addUser(TestUsers.alice().build());
		assertThat(signIn(this.cognito.clientId())).isNotEmpty();

		this.iam.updateUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId())
			.clientId(this.cognito.clientId())
			.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH));

		Refusals.assertInvalidParameter(() -> signIn(this.cognito.clientId()),
				"USER_PASSWORD_AUTH flow not enabled for this client");
	}

	@Test
	void deleteUserPoolClientWhenUnknownThenNotFoundElseGone() {
		String clientId = this.cognito.addClient();

		this.iam.deleteUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId()).clientId(clientId));

		Refusals.assertRefused(
				() -> this.iam.deleteUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId()).clientId(clientId)),
				"ResourceNotFoundException", "User pool client " + clientId + " does not exist.");
		Refusals.assertRefused(() -> signIn(clientId), "ResourceNotFoundException",
				"User pool client " + clientId + " does not exist.");
	}

	@Test
	void listUserPoolClientsWhenPagedThenEveryClientOnce() {
		String other = this.cognito.userPool().addClient(EmbeddedCognito.builder()).clientId();

		assertThat(this.iam.listUserPoolClientsPaginator((r) -> r.userPoolId(this.cognito.userPoolId()).maxResults(1))
			.userPoolClients()).extracting(UserPoolClientDescription::clientId)
			.containsExactlyInAnyOrder(this.cognito.clientId(), other);
	}

	@Test
	void addCustomAttributesWhenItExistsThenInvalidParameter() {
		addCustomAttribute(attribute("tier"));

		Refusals.assertInvalidParameter(() -> addCustomAttribute(attribute("tier")),
				"custom:tier: Existing attribute already has name custom:tier.");
		Refusals.assertInvalidParameter(() -> addCustomAttribute(attribute("other").required(true)),
				"Required custom attributes are not supported currently.");
	}

	@Test
	void addCustomAttributesWhenThereAreFiftyThenInvalidParameter() {
		for (int i = 0; i < 50; i++) {
			addCustomAttribute(attribute("number-" + i));
		}

		Refusals.assertInvalidParameter(() -> addCustomAttribute(attribute("tier")),
				"Maximum number of custom attributes exceeded.");
	}

	@Test
	void createUserPoolClientWhenThereAreAThousandThenLimitExceeded() {
		for (int i = 1; i < 1_000; i++) {
			this.cognito.addClient();
		}

		Refusals.assertRefused(
				() -> this.iam.createUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId()).clientName("web")),
				"LimitExceededException", "The user pool has as many app clients as it can have.");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.cognito::addClient);
		this.iam.deleteUserPoolClient((r) -> r.userPoolId(this.cognito.userPoolId()).clientId(this.cognito.clientId()));
		assertThat(this.cognito.addClient()).isNotEmpty();
	}

	@Test
	void customAttributesWhenImmutableOrOutOfRangeThenRefused() {
		this.cognito.addUser(TestUsers.alice().build());
		addCustomAttribute(attribute("born").attributeDataType(AttributeDataType.NUMBER)
			.mutable(false)
			.numberAttributeConstraints((c) -> c.minValue("1900").maxValue("2100")));

		Refusals.assertInvalidParameter(() -> set("bob", "custom:born", "soon"),
				"Attributes did not conform to the schema: custom:born: Value is not of type Number.");
		Refusals.assertInvalidParameter(() -> set("bob", "custom:born", "1899"),
				"Attributes did not conform to the schema: custom:born: Number must be between 1900 and 2100.");
		Refusals.assertInvalidParameter(
				() -> this.iam.adminUpdateUserAttributes((r) -> r.userPoolId(this.cognito.userPoolId())
					.username("alice")
					.userAttributes(TestPool.attributes("custom:born", "1999"))),
				"Invalid user attributes: user.custom:born: Attribute cannot be updated.\n");
		assertThat(TestPool.map(set("bob", "custom:born", "1999").attributes())).containsEntry("custom:born", "1999");
	}

	@Test
	void addUserPoolWhenSettingsContradictThenRefused() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.cognito
			.addUserPool(EmbeddedCognito.builder().usernameAttributes("email").aliasAttributes("email")));
	}

	@Test
	void addUserPoolThenItHasItsOwnUsersAndClients() {
		EmbeddedUserPool pool = this.cognito
			.addUserPool(EmbeddedCognito.builder().usernameAttributes("email").generateClientSecret(true));
		EmbeddedUserPoolClient client = pool.addClient(EmbeddedCognito.builder());

		pool.addUser(EmbeddedUser.named("alice@example.com").password("Passw0rd!").build());

		assertThat(pool.clientSecret()).isNotNull();
		assertThat(client.clientSecret()).isNull();
		assertThat(pool.issuer()).isEqualTo(this.cognito.endpoint() + "/" + pool.userPoolId());
		assertThat(signIn(client.clientId(), "alice@example.com")).isNotEmpty();
		Refusals.assertNotAuthorized(() -> signIn(this.cognito.clientId(), "alice@example.com"), Refusals.INCORRECT);
	}

	private void addCustomAttribute(SchemaAttributeType.Builder attribute) {
		this.iam
			.addCustomAttributes((r) -> r.userPoolId(this.cognito.userPoolId()).customAttributes(attribute.build()));
	}

	private UserType set(String username, String name, String value) {
		return this.iam
			.adminCreateUser((r) -> r.userPoolId(this.cognito.userPoolId())
				.username(username)
				.userAttributes(TestPool.attributes(name, value)))
			.user();
	}

	private static RecoveryOptionType mechanism(int priority, String name) {
		return RecoveryOptionType.builder().priority(priority).name(name).build();
	}

	private static SchemaAttributeType.Builder attribute(String name) {
		return SchemaAttributeType.builder().name(name);
	}

	private String signIn(String clientId) {
		return signIn(clientId, "alice");
	}

	private String signIn(String clientId, String username) {
		return this.iam
			.initiateAuth((r) -> r.clientId(clientId)
				.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
				.authParameters(Map.of("USERNAME", username, "PASSWORD", "Passw0rd!")))
			.authenticationResult()
			.accessToken();
	}

}
