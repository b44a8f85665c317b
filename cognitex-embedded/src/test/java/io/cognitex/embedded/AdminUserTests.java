package io.cognitex.embedded;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

import static org.assertj.core.api.Assertions.assertThat;

class AdminUserTests {

	private static final String TEMPORARY_PASSWORD = "Temp0rary!";

	private final MutableClock clock = new MutableClock();

	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	private final String userPoolId = this.pool.cognito.userPoolId();

	@AfterEach
	void close() {
		this.iam.close();
		this.pool.close();
	}

	@Test
	void adminCreateUserWhenPasswordIsWeakThenInvalidPassword() {
		Refusals.assertRefused(() -> create("bob", "short"), "InvalidPasswordException",
				"Password did not conform with password policy: Password not long enough");
	}

	@Test
	void adminCreateUserWhenUserExistsThenUsernameExists() {
		this.pool.addAlice();

		Refusals.assertRefused(() -> create("alice", TEMPORARY_PASSWORD), "UsernameExistsException",
				"User account already exists");
	}

	@Test
	void adminCreateUserWhenAttributeIsUnknownThenInvalidParameter() {
		Refusals.assertInvalidParameter(
				() -> this.iam.adminCreateUser((request) -> request.userPoolId(this.userPoolId)
					.username("bob")
					.userAttributes(TestPool.attributes("custom:role", "boss"))),
				"Attributes did not conform to the schema: custom:role: Attribute does not exist in the schema.");
	}

	@Test
	void adminCreateUserWhenResentToNobodyOrToConfirmedThenRefused() {
		this.pool.addAlice();

		Refusals.assertRefused(() -> resend("nobody"), "UserNotFoundException", "User does not exist.");
		Refusals.assertRefused(() -> resend("alice"), "UnsupportedUserStateException",
				"Resend not possible. alice status is not FORCE_CHANGE_PASSWORD");
	}

	@Test
	void adminCreateUserWhenCreatedThenTemporaryPasswordIsSentAndHasToBeChanged() {
		UserType created = create("bob", null);
		SentMessage message = this.pool.cognito.lastMessage("bob").orElseThrow();

		assertThat(created.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
		assertThat(created.enabled()).isTrue();
		assertThat(message.purpose()).isEqualTo(SentMessage.Purpose.ADMIN_CREATE_USER);
		assertThat(message.destination()).isEqualTo("bob@example.com");
		InitiateAuthResponse signIn = this.pool.signIn("bob", message.code());
		assertThat(signIn.challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
		assertThat(signIn.authenticationResult()).isNull();
	}

	@Test
	void adminCreateUserWhenResentThenOnlyTheNewPasswordCounts() {
		create("bob", TEMPORARY_PASSWORD);

		resend("bob");

		Refusals.assertNotAuthorized(() -> this.pool.signIn("bob", TEMPORARY_PASSWORD), Refusals.INCORRECT);
		assertThat(this.pool.signIn("bob", this.pool.lastCode("bob")).challengeNameAsString())
			.isEqualTo("NEW_PASSWORD_REQUIRED");
	}

	@Test
	void adminCreateUserWhenMediaAreNamedThenMessageToEach() {
		this.iam.adminCreateUser((request) -> request.userPoolId(this.userPoolId)
			.username("bob")
			.desiredDeliveryMediums(DeliveryMediumType.SMS, DeliveryMediumType.EMAIL)
			.userAttributes(TestPool.attributes("email", "bob@example.com", "phone_number", "+15550100")));

		assertThat(this.pool.cognito.messages()).extracting(SentMessage::destination)
			.containsExactlyInAnyOrder("bob@example.com", "+15550100");
	}

	@Test
	void adminCreateUserWhenSuppressedThenNoMessage() {
		this.iam.adminCreateUser((request) -> request.userPoolId(this.userPoolId)
			.username("bob")
			.messageAction(MessageActionType.SUPPRESS)
			.userAttributes(TestPool.attributes("email", "bob@example.com")));

		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void adminCreateUserWhenTemporaryPasswordHasExpiredThenNotAuthorized() {
		create("bob", TEMPORARY_PASSWORD);

		this.clock.advance(Duration.ofDays(7));

		Refusals.assertNotAuthorized(() -> this.pool.signIn("bob", TEMPORARY_PASSWORD),
				"Temporary password has expired and must be reset by an administrator.");
	}

	@Test
	void adminSetUserPasswordWhenUnknownUserOrWeakThenRefused() {
		this.pool.addAlice();

		Refusals.assertRefused(() -> setPassword("nobody", TestPool.OTHER_PASSWORD, true), "UserNotFoundException",
				"User does not exist.");
		Refusals.assertRefused(() -> setPassword("alice", "passw0rd!", true), "InvalidPasswordException",
				"Password did not conform with policy: Password must have uppercase characters");
	}

	@Test
	void adminSetUserPasswordWhenPermanentThenUserCanSignIn() {
		this.pool.signUp("bob", "email", "bob@example.com");

		setPassword("bob", TestPool.OTHER_PASSWORD, true);

		assertThat(user("bob").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
		assertThat(this.pool.signIn("bob", TestPool.OTHER_PASSWORD).authenticationResult()).isNotNull();
	}

	@Test
	void adminSetUserPasswordWhenTemporaryThenNewPasswordRequired() {
		this.pool.addAlice();

		setPassword("alice", TEMPORARY_PASSWORD, false);

		assertThat(user("alice").userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
		assertThat(this.pool.signIn("alice", TEMPORARY_PASSWORD).challengeNameAsString())
			.isEqualTo("NEW_PASSWORD_REQUIRED");
	}

	@Test
	void adminConfirmSignUpWhenConfirmedThenNotAuthorized() {
		this.pool.addAlice();

		Refusals.assertNotAuthorized(
				() -> this.iam.adminConfirmSignUp((r) -> r.userPoolId(this.userPoolId).username("alice")),
				"User cannot be confirmed. Current status is CONFIRMED");
	}

	@Test
	void adminConfirmSignUpWhenUnconfirmedThenConfirmedButNotVerified() {
		this.pool.signUp("bob", "email", "bob@example.com");

		this.iam.adminConfirmSignUp((r) -> r.userPoolId(this.userPoolId).username("bob"));

		assertThat(user("bob").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
		assertThat(attributes("bob")).doesNotContainEntry("email_verified", "true");
	}

	@Test
	void adminUpdateUserAttributesWhenValuesAreWrongThenRefused() {
		this.pool.addAlice();

		Refusals.assertInvalidParameter(() -> update("alice", "sub", "another"),
				"Cannot modify the non-mutable attribute sub");
		Refusals.assertInvalidParameter(() -> update("alice", "email", "not an address"),
				"Invalid email address format.");
		Refusals.assertRefused(() -> update("nobody", "name", "N"), "UserNotFoundException", "User does not exist.");
	}

	@Test
	void adminUpdateUserAttributesWhenEmailIsSaidToBeVerifiedThenNoCode() {
		this.pool.addAlice();

		update("alice", "email", "new@example.com", "email_verified", "true", "name", "Alice");

		assertThat(attributes("alice")).containsEntry("email", "new@example.com")
			.containsEntry("email_verified", "true")
			.containsEntry("name", "Alice");
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void adminUpdateUserAttributesWhenEmailIsNotSaidToBeVerifiedThenCode() {
		this.pool.addAlice();

		update("alice", "email", "new@example.com");

		assertThat(attributes("alice")).containsEntry("email_verified", "false");
		assertThat(this.pool.cognito.messages()).singleElement()
			.extracting(SentMessage::destination)
			.isEqualTo("new@example.com");
	}

	@Test
	void adminDeleteUserAttributesWhenUnknownThenRefused() {
		this.pool.addAlice();

		Refusals.assertInvalidParameter(() -> deleteAttributes("alice", "custom:foo"),
				"Invalid user attributes: user.custom:foo: Attribute does not exist in the schema.\n");
		Refusals.assertInvalidParameter(() -> deleteAttributes("alice", "sub"),
				"Invalid user attributes: sub: Required attribute cannot be deleted.");
	}

	@Test
	void adminDeleteUserAttributesWhenKnownThenGone() {
		this.pool.addAlice();

		deleteAttributes("alice", "email");

		assertThat(attributes("alice")).containsOnlyKeys("sub");
	}

	@Test
	void adminDisableUserThenSignInIsRefusedAndTokensAreRevoked() {
		this.pool.addAlice();
		AuthenticationResultType tokens = this.pool.signIn("alice");

		this.iam.adminDisableUser((r) -> r.userPoolId(this.userPoolId).username("alice"));

		assertThat(user("alice").enabled()).isFalse();
		Refusals.assertNotAuthorized(() -> this.pool.signIn("alice"), "User is disabled.");
		Refusals.assertNotAuthorized(() -> this.pool.attributesOf(tokens.accessToken()),
				"Access Token has been revoked");
		Refusals.assertNotAuthorized(() -> refresh(tokens), "Refresh Token has been revoked");
	}

	@Test
	void adminEnableUserThenSignInWorksButOldTokensStayRevoked() {
		this.pool.addAlice();
		AuthenticationResultType tokens = this.pool.signIn("alice");
		this.iam.adminDisableUser((r) -> r.userPoolId(this.userPoolId).username("alice"));

		this.iam.adminEnableUser((r) -> r.userPoolId(this.userPoolId).username("alice"));

		Refusals.assertNotAuthorized(() -> this.pool.attributesOf(tokens.accessToken()),
				"Access Token has been revoked");
		assertThat(this.pool.attributesOf(this.pool.accessToken("alice"))).containsKey("email");
	}

	@Test
	void adminUserGlobalSignOutThenTokensAreRevoked() {
		this.pool.addAlice();
		AuthenticationResultType tokens = this.pool.signIn("alice");

		this.iam.adminUserGlobalSignOut((r) -> r.userPoolId(this.userPoolId).username("alice"));

		Refusals.assertNotAuthorized(() -> this.pool.attributesOf(tokens.accessToken()),
				"Access Token has been revoked");
		Refusals.assertNotAuthorized(() -> refresh(tokens), "Refresh Token has been revoked");
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void adminDeleteUserThenNameIsFreeAndTokensAreWorthless() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");

		this.iam.adminDeleteUser((r) -> r.userPoolId(this.userPoolId).username("alice"));

		Refusals.assertRefused(() -> this.pool.attributesOf(accessToken), "UserNotFoundException",
				"User does not exist.");
		Refusals.assertRefused(() -> this.iam.adminDeleteUser((r) -> r.userPoolId(this.userPoolId).username("alice")),
				"UserNotFoundException", "User does not exist.");
		assertThat(this.pool.signUp("alice").userConfirmed()).isFalse();
	}

	@Test
	void deleteUserWhenTokenIsForgedThenRefusedElseUserIsGone() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");

		Refusals.assertNotAuthorized(() -> this.pool.client.deleteUser((r) -> r.accessToken("a.b.c")),
				"Invalid Access Token");
		this.pool.client.deleteUser((r) -> r.accessToken(accessToken));

		Refusals.assertRefused(() -> user("alice"), "UserNotFoundException", "User does not exist.");
	}

	@Test
	void deleteUserAttributesWhenNotWritableThenNotAuthorized() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");

		Refusals.assertNotAuthorized(
				() -> this.pool.client
					.deleteUserAttributes((r) -> r.accessToken(accessToken).userAttributeNames("email_verified")),
				"A client attempted to write unauthorized attribute");
	}

	@Test
	void deleteUserAttributesWhenWritableThenGone() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");

		this.pool.client.deleteUserAttributes((r) -> r.accessToken(accessToken).userAttributeNames("email"));

		assertThat(this.pool.attributesOf(accessToken)).containsOnlyKeys("sub");
	}

	@ParameterizedTest
	@EnumSource(names = { "UNCONFIRMED", "FORCE_CHANGE_PASSWORD" })
	void adminResetUserPasswordWhenStateIsWrongThenNotAuthorized(EmbeddedUser.Status status) {
		this.pool.cognito.addUser(TestUsers.alice().status(status).build());

		Refusals.assertNotAuthorized(() -> reset("alice"), "User password cannot be reset in the current state.");
	}

	@Test
	void adminResetUserPasswordWhenNothingIsVerifiedThenInvalidParameter() {
		this.pool.cognito.addUser(TestUsers.alice().emailVerified(false).build());

		Refusals.assertInvalidParameter(() -> reset("alice"),
				"Cannot reset password for the user as there is no registered/verified email or phone_number");
		assertThat(user("alice").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
	}

	@Test
	void adminResetUserPasswordThenOnlyTheCodeLeadsBack() {
		this.pool.addAlice();

		reset("alice");

		Refusals.assertRefused(() -> this.pool.signIn("alice"), "PasswordResetRequiredException",
				"Password reset required for the user");
		String code = this.pool.lastCode("alice");
		this.pool.client.confirmForgotPassword((r) -> r.clientId(this.pool.clientId())
			.username("alice")
			.confirmationCode(code)
			.password(TestPool.OTHER_PASSWORD));
		assertThat(this.pool.signIn("alice", TestPool.OTHER_PASSWORD).authenticationResult()).isNotNull();
	}

	@Test
	void operationsWhenUserIsUnknownThenUserNotFound() {
		Map<String, BiConsumer<CognitoIdentityProviderClient, String>> operations = Map.of("AdminDisableUser",
				(client, name) -> client.adminDisableUser((r) -> r.userPoolId(this.userPoolId).username(name)),
				"AdminEnableUser",
				(client, name) -> client.adminEnableUser((r) -> r.userPoolId(this.userPoolId).username(name)),
				"AdminUserGlobalSignOut",
				(client, name) -> client.adminUserGlobalSignOut((r) -> r.userPoolId(this.userPoolId).username(name)),
				"AdminConfirmSignUp",
				(client, name) -> client.adminConfirmSignUp((r) -> r.userPoolId(this.userPoolId).username(name)),
				"AdminResetUserPassword",
				(client, name) -> client.adminResetUserPassword((r) -> r.userPoolId(this.userPoolId).username(name)));

		operations.forEach((name, operation) -> {
			Refusals.assertRefused(() -> operation.accept(this.iam, "nobody"), "UserNotFoundException",
					"User does not exist.");
			Refusals.assertRefused(() -> operation.accept(this.pool.client, "nobody"),
					"MissingAuthenticationTokenException", "Missing Authentication Token");
		});
	}

	private UserType create(String username, String temporaryPassword) {
		return this.iam
			.adminCreateUser((request) -> request.userPoolId(this.userPoolId)
				.username(username)
				.temporaryPassword(temporaryPassword)
				.userAttributes(TestPool.attributes("email", username + "@example.com")))
			.user();
	}

	private void resend(String username) {
		this.iam.adminCreateUser((request) -> request.userPoolId(this.userPoolId)
			.username(username)
			.messageAction(MessageActionType.RESEND));
	}

	private void setPassword(String username, String password, boolean permanent) {
		this.iam.adminSetUserPassword((request) -> request.userPoolId(this.userPoolId)
			.username(username)
			.password(password)
			.permanent(permanent));
	}

	private void update(String username, String... namesAndValues) {
		this.iam.adminUpdateUserAttributes((request) -> request.userPoolId(this.userPoolId)
			.username(username)
			.userAttributes(TestPool.attributes(namesAndValues)));
	}

	private void deleteAttributes(String username, String... names) {
		this.iam.adminDeleteUserAttributes(
				(request) -> request.userPoolId(this.userPoolId).username(username).userAttributeNames(names));
	}

	private void reset(String username) {
		this.iam.adminResetUserPassword((request) -> request.userPoolId(this.userPoolId).username(username));
	}

	private AdminGetUserResponse user(String username) {
		return this.iam.adminGetUser((request) -> request.userPoolId(this.userPoolId).username(username));
	}

	private Map<String, String> attributes(String username) {
		return TestPool.map(user(username).userAttributes());
	}

	private void refresh(AuthenticationResultType tokens) {
		this.pool.initiate(AuthFlowType.REFRESH_TOKEN_AUTH, Map.of("REFRESH_TOKEN", tokens.refreshToken()));
	}

}
