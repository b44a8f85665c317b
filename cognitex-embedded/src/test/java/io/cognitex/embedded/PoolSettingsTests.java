package io.cognitex.embedded;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The settings of pools and clients that change what the service does, as they are made
 * by the API.
 */
class PoolSettingsTests {

	private final MutableClock clock = new MutableClock();

	private final EmbeddedCognito cognito = EmbeddedCognito.builder().clock(this.clock).start();

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.cognito);

	@AfterEach
	void close() {
		this.iam.close();
		this.cognito.close();
	}

	@Test
	void aliasWhenAnotherUserHasItThenRefusedUntilForced() {
		String pool = create(pool().aliasAttributes(AliasAttributeType.EMAIL)
			.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
			.build());
		String client = create(client(pool).build());
		adminCreate(pool, false, "alice", "email", "shared@example.com", "email_verified", "true");
		signUp(client, "bob", "email", "shared@example.com");
		String code = this.cognito.messages().get(0).code();

		Refusals.assertRefused(
				() -> this.iam.confirmSignUp((r) -> r.clientId(client).username("bob").confirmationCode(code)),
				"AliasExistsException", "An account with the given email already exists.");
		this.iam
			.confirmSignUp((r) -> r.clientId(client).username("bob").confirmationCode(code).forceAliasCreation(true));

		assertThat(signIn(client, "shared@example.com")).isNotNull();
		assertThat(attributes(pool, "alice")).containsEntry("email_verified", "false");
	}

	@Test
	void adminCreateUserWhenAliasIsTakenThenRefusedUntilForced() {
		String pool = create(pool().aliasAttributes(AliasAttributeType.EMAIL).build());
		adminCreate(pool, false, "alice", "email", "shared@example.com", "email_verified", "true");

		Refusals.assertRefused(
				() -> adminCreate(pool, false, "bob", "email", "shared@example.com", "email_verified", "true"),
				"UsernameExistsException", "An account with the given email already exists.");
		adminCreate(pool, true, "bob", "email", "shared@example.com", "email_verified", "true");

		assertThat(attributes(pool, "alice")).containsEntry("email_verified", "false");
		assertThat(attributes(pool, "bob")).containsEntry("email_verified", "true");
	}

	@Test
	void adminCreateUserWhenCodesSignInThenNoPasswordIsNeeded() {
		String pool = create(pool()
			.policies((p) -> p
				.signInPolicy((i) -> i.allowedFirstAuthFactors(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP)))
			.build());

		adminCreate(pool, false, "alice", "email", "alice@example.com", "email_verified", "true");

		assertThat(this.iam.adminGetUser((r) -> r.userPoolId(pool).username("alice")).userStatus())
			.isEqualTo(UserStatusType.CONFIRMED);
		assertThat(this.cognito.messages()).isEmpty();
	}

	@Test
	void preferredUsernameWhenTakenThenItStaysWithItsOwner() {
		String pool = create(pool().aliasAttributes(AliasAttributeType.PREFERRED_USERNAME).build());
		adminCreate(pool, false, "alice", "preferred_username", "ace");

		Refusals.assertRefused(() -> adminCreate(pool, true, "bob", "preferred_username", "ace"),
				"UsernameExistsException", "An account with the given preferred_username already exists.");
	}

	@Test
	void namesWhenCaseSensitiveThenTwoUsersElseOne() {
		String sensitive = create(pool().build());
		String insensitive = create(pool().usernameConfiguration((u) -> u.caseSensitive(false)).build());
		adminCreate(sensitive, false, "alice");
		adminCreate(insensitive, false, "alice");

		Refusals.assertRefused(() -> adminCreate(insensitive, false, "Alice"), "UsernameExistsException",
				"User account already exists");
		adminCreate(sensitive, false, "Alice");
	}

	@Test
	void signUpWhenOnlyAdministratorsCreateUsersThenNotAuthorized() {
		String pool = create(pool().adminCreateUserConfig((a) -> a.allowAdminCreateUserOnly(true)).build());
		String client = create(client(pool).build());

		Refusals.assertNotAuthorized(() -> signUp(client, "alice"), "SignUp is not permitted for this user pool");
	}

	@Test
	void forgotPasswordWhenOnlyAdministratorsResetThenTheyCan() {
		String pool = create(pool()
			.accountRecoverySetting(
					(a) -> a.recoveryMechanisms(RecoveryOptionType.builder().priority(1).name("admin_only").build()))
			.build());
		String client = create(client(pool).build());
		adminCreate(pool, false, "alice", "email", "alice@example.com", "email_verified", "true");
		setPassword(pool, "alice");

		Refusals.assertNotAuthorized(() -> this.iam.forgotPassword((r) -> r.clientId(client).username("alice")),
				"Contact administrator to reset password.");
		this.iam.adminResetUserPassword((r) -> r.userPoolId(pool).username("alice"));

		assertThat(this.cognito.messages().get(0).purpose()).isEqualTo(SentMessage.Purpose.FORGOT_PASSWORD);
	}

	@Test
	void signUpWhenRequiredAttributeIsMissingOrTooLongThenInvalidParameter() {
		String pool = create(pool()
			.schema(SchemaAttributeType.builder().name("name").required(true).build(),
					SchemaAttributeType.builder()
						.name("code")
						.attributeDataType("String")
						.stringAttributeConstraints((c) -> c.minLength("2").maxLength("4"))
						.build())
			.build());
		String client = create(client(pool).build());

		Refusals.assertInvalidParameter(() -> signUp(client, "alice"),
				"Attributes did not conform to the schema: name: The attribute is required");
		Refusals.assertInvalidParameter(() -> signUp(client, "alice", "name", "A", "custom:code", "12345"),
				"Attributes did not conform to the schema: custom:code: String must be between 2 and 4 characters long.");
		assertThat(signUp(client, "alice", "name", "A", "custom:code", "1234").userSub()).isNotEmpty();
	}

	@Test
	void updateUserAttributesWhenImmutableThenInvalidParameter() {
		String pool = create(pool()
			.schema(SchemaAttributeType.builder().name("tenant").attributeDataType("String").mutable(false).build())
			.build());
		String client = create(client(pool).build());
		signUp(client, "alice", "custom:tenant", "blue");
		this.iam.adminConfirmSignUp((r) -> r.userPoolId(pool).username("alice"));
		String accessToken = signIn(client, "alice").accessToken();

		Refusals.assertInvalidParameter(
				() -> this.iam.updateUserAttributes(
						(r) -> r.accessToken(accessToken).userAttributes(TestPool.attributes("custom:tenant", "red"))),
				"Invalid user attributes: user.custom:tenant: Attribute cannot be updated.\n");
		assertThat(attributes(pool, "alice")).containsEntry("custom:tenant", "blue");
	}

	@Test
	void clientWhenItMayNotReadOrWriteAnAttributeThenItDoesNot() {
		String pool = create(pool().build());
		String client = create(client(pool).readAttributes("name").writeAttributes("name").build());

		Refusals.assertNotAuthorized(() -> signUp(client, "alice", "nickname", "Al"),
				"A client attempted to write unauthorized attribute");
		adminCreate(pool, false, "alice", "name", "Alice", "nickname", "Al");
		setPassword(pool, "alice");
		String accessToken = signIn(client, "alice").accessToken();

		assertThat(TestPool.map(this.iam.getUser((r) -> r.accessToken(accessToken)).userAttributes()))
			.containsOnlyKeys("sub", "name");
	}

	@Test
	void tokensWhenClientSaysHowLongThenTheyLiveSoLong() {
		String pool = create(pool().build());
		String client = create(client(pool).accessTokenValidity(10)
			.refreshTokenValidity(2)
			.tokenValidityUnits((u) -> u.accessToken("minutes").refreshToken("hours"))
			.build());
		adminCreate(pool, false, "alice");
		setPassword(pool, "alice");
		AuthenticationResultType tokens = signIn(client, "alice");

		assertThat(tokens.expiresIn()).isEqualTo(600);
		this.clock.advance(Duration.ofMinutes(10));
		Refusals.assertNotAuthorized(() -> this.iam.getUser((r) -> r.accessToken(tokens.accessToken())),
				"Access Token has expired");
		this.clock.advance(Duration.ofMinutes(110));
		Refusals.assertNotAuthorized(() -> this.iam.initiateAuth((r) -> r.clientId(client)
			.authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
			.authParameters(Map.of("REFRESH_TOKEN", tokens.refreshToken()))), "Refresh Token has expired");
	}

	@Test
	void verifyBeforeUpdateWhenNotAutoVerifiedThenRefused() {
		CreateUserPoolRequest request = pool()
			.userAttributeUpdateSettings(
					(u) -> u.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL))
			.build();

		Refusals.assertInvalidParameter(() -> create(request),
				"AttributesRequireVerificationBeforeUpdate can only hold attributes that are in AutoVerifiedAttributes.");
	}

	@Test
	void verifyBeforeUpdateThenOldAddressStaysUnlessTheAdministratorVouches() {
		String pool = create(pool().usernameAttributes(UsernameAttributeType.EMAIL)
			.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
			.userAttributeUpdateSettings(
					(u) -> u.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL))
			.build());
		adminCreate(pool, false, "old@example.com", "email_verified", "true");

		adminUpdate(pool, "old@example.com", "email", "new@example.com");
		assertThat(attributes(pool, "old@example.com")).containsEntry("email", "old@example.com");

		adminUpdate(pool, "old@example.com", "email", "newer@example.com", "email_verified", "true");
		assertThat(attributes(pool, "newer@example.com")).containsEntry("email", "newer@example.com");
		Refusals.assertRefused(() -> attributes(pool, "old@example.com"), "UserNotFoundException",
				"User does not exist.");
	}

	private static CreateUserPoolRequest.Builder pool() {
		return CreateUserPoolRequest.builder().poolName("people");
	}

	private static CreateUserPoolClientRequest.Builder client(String userPoolId) {
		return CreateUserPoolClientRequest.builder()
			.userPoolId(userPoolId)
			.clientName("web")
			.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
					ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
	}

	private String create(CreateUserPoolRequest request) {
		return this.iam.createUserPool(request).userPool().id();
	}

	private String create(CreateUserPoolClientRequest request) {
		return this.iam.createUserPoolClient(request).userPoolClient().clientId();
	}

	private void adminCreate(String userPoolId, boolean force, String username, String... namesAndValues) {
		this.iam.adminCreateUser((r) -> r.userPoolId(userPoolId)
			.username(username)
			.forceAliasCreation(force)
			.userAttributes(TestPool.attributes(namesAndValues)));
	}

	private void adminUpdate(String userPoolId, String username, String... namesAndValues) {
		this.iam.adminUpdateUserAttributes(
				(r) -> r.userPoolId(userPoolId).username(username).userAttributes(TestPool.attributes(namesAndValues)));
	}

	private void setPassword(String userPoolId, String username) {
		this.iam.adminSetUserPassword(
				(r) -> r.userPoolId(userPoolId).username(username).password(TestPool.PASSWORD).permanent(true));
	}

	private SignUpResponse signUp(String clientId, String username, String... namesAndValues) {
		return this.iam.signUp((r) -> r.clientId(clientId)
			.username(username)
			.password(TestPool.PASSWORD)
			.userAttributes(TestPool.attributes(namesAndValues)));
	}

	private AuthenticationResultType signIn(String clientId, String username) {
		return this.iam
			.initiateAuth((r) -> r.clientId(clientId)
				.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
				.authParameters(Map.of("USERNAME", username, "PASSWORD", TestPool.PASSWORD)))
			.authenticationResult();
	}

	private Map<String, String> attributes(String userPoolId, String username) {
		return TestPool.map(this.iam.adminGetUser((r) -> r.userPoolId(userPoolId).username(username)).userAttributes());
	}

}
