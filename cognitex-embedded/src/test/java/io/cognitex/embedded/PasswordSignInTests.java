package io.cognitex.embedded;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * USER_PASSWORD_AUTH and ADMIN_USER_PASSWORD_AUTH.
 */
class PasswordSignInTests {

	@AutoClose
	private final TestPool pool = TestPool.start();

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@Test
	void signInWhenPasswordIsWrongOrUserUnknownThenSameRefusal() {
		this.pool.addAlice();

		assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.OTHER_PASSWORD), INCORRECT);
		assertNotAuthorized(() -> this.pool.signIn("nobody", TestPool.PASSWORD), INCORRECT);
	}

	@Test
	void signInWhenUserIsUnknownAndClientIsLegacyThenSaidSo() {
		try (TestPool legacy = TestPool.start((builder) -> builder.preventUserExistenceErrors("LEGACY"))) {
			assertRefused(() -> legacy.signIn("nobody", TestPool.PASSWORD), "UserNotFoundException",
					"User does not exist.");
		}
	}

	@ParameterizedTest
	@CsvSource({ "UNCONFIRMED, UserNotConfirmedException, User is not confirmed.",
			"RESET_REQUIRED, PasswordResetRequiredException, Password reset required for the user" })
	void signInWhenStatusForbidsItThenOnlyTheRightPasswordTells(EmbeddedUser.Status status, String type, String text) {
		this.pool.cognito.addUser(TestUsers.alice().status(status).build());

		assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.OTHER_PASSWORD), INCORRECT);
		assertRefused(() -> this.pool.signIn("alice", TestPool.PASSWORD), type, text);
		assertRefused(() -> this.pool.srpSignIn("alice", TestPool.PASSWORD), type, text);
	}

	@Test
	void signInWhenUserIsDisabledThenRefused() {
		this.pool.cognito.addUser(TestUsers.alice().enabled(false).build());

		assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.PASSWORD), "User is disabled.");
	}

	@Test
	void signInWhenParametersAreMissingThenRefused() {
		assertInvalidParameter(() -> this.pool.initiate(AuthFlowType.USER_PASSWORD_AUTH, Map.of("PASSWORD", "x")),
				"Missing required parameter USERNAME");
		assertInvalidParameter(() -> this.pool.initiate(AuthFlowType.USER_PASSWORD_AUTH, Map.of("USERNAME", "alice")),
				"Missing required parameter PASSWORD");
	}

	@Test
	void signInWhenParameterIsUnknownThenRefused() {
		assertInvalidParameter(
				() -> this.pool.initiate(AuthFlowType.USER_PASSWORD_AUTH,
						Map.of("USERNAME", "alice", "PASSWORD", "x", "MAX_AGE", "60")),
				"Parameter MAX_AGE is not supported by the embedded user pool.");
	}

	@ParameterizedTest
	@CsvSource({ "USER_PASSWORD_AUTH, USER_PASSWORD_AUTH flow not enabled for this client",
			"USER_SRP_AUTH, USER_SRP_AUTH is not enabled for the client.",
			"REFRESH_TOKEN_AUTH, Auth flow not enabled for this client",
			"CUSTOM_AUTH, CUSTOM_AUTH is not enabled for the client.",
			"USER_AUTH, USER_AUTH flow not enabled for this client",
			"ADMIN_USER_PASSWORD_AUTH, Initiate Auth method not supported." })
	void initiateWhenFlowIsNotEnabledThenRefused(String flow, String text) {
		try (TestPool pool = TestPool.start(EmbeddedCognitoBuilder::explicitAuthFlows)) {
			assertInvalidParameter(() -> pool.initiate(AuthFlowType.fromValue(flow), Map.of()), text);
		}
	}

	@Test
	void adminSignInWhenRefusedThenLikePublicOne() {
		this.pool.addAlice();

		assertNotAuthorized(() -> adminSignIn("alice", TestPool.OTHER_PASSWORD), INCORRECT);
		assertRefused(
				() -> this.iam.adminInitiateAuth((request) -> request.userPoolId("us-east-1_none")
					.clientId(this.pool.clientId())
					.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)),
				"ResourceNotFoundException", "User pool us-east-1_none does not exist.");
		assertInvalidParameter(
				() -> this.iam.adminInitiateAuth((request) -> request.userPoolId(this.pool.cognito.userPoolId())
					.clientId(this.pool.clientId())
					.authFlow(AuthFlowType.USER_PASSWORD_AUTH)),
				"Initiate Auth method not supported.");
		try (TestPool other = TestPool.start((builder) -> builder.explicitAuthFlows("ALLOW_USER_SRP_AUTH"));
				CognitoIdentityProviderClient iam = TestClients.iam(other.cognito)) {
			assertInvalidParameter(
					() -> iam.adminInitiateAuth((request) -> request.userPoolId(other.cognito.userPoolId())
						.clientId(other.clientId())
						.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)),
					"Auth flow not enabled for this client");
		}
	}

	@Test
	void adminSignInWhenPasswordIsRightThenTokens() {
		this.pool.addAlice();

		AdminInitiateAuthResponse response = adminSignIn("alice", TestPool.PASSWORD);

		assertThat(this.pool.attributesOf(response.authenticationResult().accessToken())).containsEntry("email",
				"alice@example.com");
	}

	@Test
	void adminSrpWhenPasswordIsRightThenTokens() {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		String userPoolId = this.pool.cognito.userPoolId();

		Map<String, String> challenge = this.iam
			.adminInitiateAuth((request) -> request.userPoolId(userPoolId)
				.clientId(this.pool.clientId())
				.authFlow(AuthFlowType.USER_SRP_AUTH)
				.authParameters(Map.of("USERNAME", "alice", "SRP_A", srp.publicValue())))
			.challengeParameters();
		AuthenticationResultType result = this.iam
			.adminRespondToAuthChallenge((request) -> request.userPoolId(userPoolId)
				.clientId(this.pool.clientId())
				.challengeName("PASSWORD_VERIFIER")
				.challengeResponses(srp.responses(userPoolId, challenge, TestPool.PASSWORD)))
			.authenticationResult();

		assertThat(this.pool.attributesOf(result.accessToken())).containsEntry("email", "alice@example.com");
	}

	@Test
	void signInWhenPasswordIsRightThenTokens() {
		this.pool.addAlice();

		InitiateAuthResponse response = this.pool.signIn("Alice", TestPool.PASSWORD);

		assertThat(response.challengeName()).isNull();
		assertThat(response.session()).isNull();
		assertThat(response.hasChallengeParameters()).isTrue();
		assertThat(response.challengeParameters()).isEmpty();
		assertThat(response.authenticationResult().tokenType()).isEqualTo("Bearer");
		assertThat(response.authenticationResult().expiresIn()).isEqualTo(3600);
		assertThat(response.authenticationResult().refreshToken()).startsWith("eyJjdHkiOiJKV1Qi")
			.matches("([A-Za-z0-9_-]+\\.){4}[A-Za-z0-9_-]+");
	}

	private AdminInitiateAuthResponse adminSignIn(String username, String password) {
		return this.iam.adminInitiateAuth((request) -> request.userPoolId(this.pool.cognito.userPoolId())
			.clientId(this.pool.clientId())
			.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
			.authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
	}

}
