package io.cognitex.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminListUserAuthEventsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeName;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskDecisionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthEventTests {

	private final TestPool pool = TestPool.start();

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	private String userPoolId;

	private String clientId;

	@BeforeEach
	void createPool() {
		this.userPoolId = createPool(AdvancedSecurityModeType.AUDIT);
		this.clientId = this.iam
			.createUserPoolClient((request) -> request.userPoolId(this.userPoolId)
				.clientName("client")
				.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
						ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH, ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
			.userPoolClient()
			.clientId();
	}

	@AfterEach
	void close() {
		this.iam.close();
		this.pool.close();
	}

	@Test
	void adminListUserAuthEventsWhenPoolHasNoThreatProtectionThenAddOnNotEnabled() {
		this.pool.addAlice();

		Refusals.assertRefused(() -> list(this.pool.cognito.userPoolId(), "alice"), "UserPoolAddOnNotEnabledException",
				"Threat protection is not enabled for the user pool.");
	}

	@Test
	void adminListUserAuthEventsWhenThreatProtectionIsOffThenAddOnNotEnabled() {
		String off = createPool(AdvancedSecurityModeType.OFF);

		Refusals.assertRefused(() -> list(off, "alice"), "UserPoolAddOnNotEnabledException",
				"Threat protection is not enabled for the user pool.");
	}

	@Test
	void adminListUserAuthEventsWhenUserIsUnknownThenUserNotFound() {
		Refusals.assertRefused(() -> list(this.userPoolId, "nobody"), "UserNotFoundException", "User does not exist.");
	}

	@Test
	void adminListUserAuthEventsWhenMaxResultsIsTooLargeThenValidationError() {
		Refusals.assertInvalidParameter(() -> page(61, null),
				"1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: Member must "
						+ "have value less than or equal to 60");
	}

	@Test
	void adminListUserAuthEventsWhenTokenIsOfAnotherUserThenInvalidParameter() {
		signUp("alice");
		signIn("alice", TestPool.PASSWORD);
		signUp("bob");
		String token = page(1, null).nextToken();

		Refusals.assertInvalidParameter(
				() -> this.iam.adminListUserAuthEvents(
						(request) -> request.userPoolId(this.userPoolId).username("bob").nextToken(token)),
				"Invalid pagination token given.");
	}

	@Test
	void adminListUserAuthEventsWhenUnsignedThenMissingAuthenticationToken() {
		Refusals.assertRefused(
				() -> this.pool.client
					.adminListUserAuthEvents((request) -> request.userPoolId(this.userPoolId).username("alice")),
				"MissingAuthenticationTokenException", "Missing Authentication Token");
	}

	@Test
	void updateAuthEventFeedbackWhenPoolHasNoThreatProtectionThenAddOnNotEnabled() {
		this.pool.addAlice();

		Refusals.assertRefused(() -> feedback(this.pool.cognito.userPoolId(), "alice", "event"),
				"UserPoolAddOnNotEnabledException", "Threat protection is not enabled for the user pool.");
	}

	@Test
	void updateAuthEventFeedbackWhenUserIsUnknownThenUserNotFound() {
		Refusals.assertRefused(() -> feedback(this.userPoolId, "nobody", "event"), "UserNotFoundException",
				"User does not exist.");
	}

	@Test
	void updateAuthEventFeedbackWhenEventIsOfAnotherUserThenNotFound() {
		signUp("alice");
		signUp("bob");
		String eventOfBob = list(this.userPoolId, "bob").get(0).eventId();

		Refusals.assertRefused(() -> feedback(this.userPoolId, "alice", eventOfBob), "ResourceNotFoundException",
				"The event does not exist.");
	}

	@Test
	void updateAuthEventFeedbackWhenTokenIsUnknownThenNotAuthorized() {
		signUp("alice");
		String event = list(this.userPoolId, "alice").get(0).eventId();

		Refusals.assertNotAuthorized(() -> feedback(this.userPoolId, "alice", event), "Invalid feedback token.");
	}

	@Test
	void updateAuthEventFeedbackWhenValueIsUnknownThenValidationError() {
		Refusals.assertInvalidParameter(
				() -> this.pool.client.updateAuthEventFeedback((request) -> request.userPoolId(this.userPoolId)
					.username("alice")
					.eventId("event")
					.feedbackToken("token")
					.feedbackValue("Perhaps")),
				"1 validation error detected: Value 'Perhaps' at 'feedbackValue' failed to satisfy constraint: Member "
						+ "must satisfy enum value set: [Valid, Invalid]");
	}

	@Test
	void signInWhenPasswordIsWrongThenFailAndWhenRightThenPass() {
		signUp("alice");

		assertThatExceptionOfType(NotAuthorizedException.class).isThrownBy(() -> signIn("alice", "Wrong-Passw0rd"));
		signIn("alice", TestPool.PASSWORD);

		List<AuthEventType> events = list(this.userPoolId, "alice");
		assertThat(events).extracting(AuthEventType::eventType)
			.containsExactly(EventType.SIGN_IN, EventType.SIGN_IN, EventType.SIGN_UP);
		assertThat(events).extracting(AuthEventType::eventResponse)
			.containsExactly(EventResponseType.PASS, EventResponseType.FAIL, EventResponseType.PASS);
		assertThat(events.get(0).challengeResponses()).singleElement().satisfies((response) -> {
			assertThat(response.challengeName()).isEqualTo(ChallengeName.PASSWORD);
			assertThat(response.challengeResponse()).isEqualTo(ChallengeResponse.SUCCESS);
		});
		assertThat(events.get(1).challengeResponses()).singleElement()
			.satisfies((response) -> assertThat(response.challengeResponse()).isEqualTo(ChallengeResponse.FAILURE));
		assertThat(events.get(0).eventRisk().riskDecision()).isEqualTo(RiskDecisionType.NO_RISK);
		assertThat(events.get(0).creationDate()).isAfterOrEqualTo(events.get(2).creationDate());
		assertThat(events).extracting(AuthEventType::eventId).doesNotHaveDuplicates();
	}

	@Test
	void srpSignInWhenPasswordIsWrongThenFailAndWhenRightThenPass() {
		signUp("alice");

		assertThatExceptionOfType(NotAuthorizedException.class).isThrownBy(() -> srpSignIn("Wrong-Passw0rd"));
		srpSignIn(TestPool.PASSWORD);

		assertThat(list(this.userPoolId, "alice")).extracting(AuthEventType::eventResponse)
			.containsExactly(EventResponseType.PASS, EventResponseType.FAIL, EventResponseType.PASS);
	}

	@Test
	void eventsWhenCodesAreSentAndPasswordIsChangedThenRecorded() {
		this.pool.client.signUp((request) -> request.clientId(this.clientId)
			.username("alice")
			.password(TestPool.PASSWORD)
			.userAttributes(TestPool.attributes("email", "alice@example.com")));
		this.pool.client.resendConfirmationCode((request) -> request.clientId(this.clientId).username("alice"));
		this.iam.adminConfirmSignUp((request) -> request.userPoolId(this.userPoolId).username("alice"));
		this.iam.adminUpdateUserAttributes((request) -> request.userPoolId(this.userPoolId)
			.username("alice")
			.userAttributes(TestPool.attributes("email_verified", "true")));
		this.pool.client.forgotPassword((request) -> request.clientId(this.clientId).username("alice"));
		String token = signIn("alice", TestPool.PASSWORD);
		assertThatExceptionOfType(NotAuthorizedException.class)
			.isThrownBy(() -> changePassword(token, "Wrong-Passw0rd"));
		changePassword(token, TestPool.PASSWORD);

		assertThat(list(this.userPoolId, "alice")).extracting(AuthEventType::eventType)
			.containsExactly(EventType.PASSWORD_CHANGE, EventType.PASSWORD_CHANGE, EventType.SIGN_IN,
					EventType.FORGOT_PASSWORD, EventType.RESEND_CODE, EventType.SIGN_UP);
		assertThat(list(this.userPoolId, "alice")).extracting(AuthEventType::eventResponse)
			.startsWith(EventResponseType.PASS, EventResponseType.FAIL, EventResponseType.PASS);
	}

	@Test
	void adminListUserAuthEventsWhenPagedThenEveryEventOnceNewestFirst() {
		signUp("alice");
		signIn("alice", TestPool.PASSWORD);
		signIn("alice", TestPool.PASSWORD);

		List<AuthEventType> events = new ArrayList<>();
		AdminListUserAuthEventsResponse page = page(1, null);
		events.addAll(page.authEvents());
		while (page.nextToken() != null) {
			page = page(1, page.nextToken());
			events.addAll(page.authEvents());
		}

		assertThat(events).hasSize(3).isEqualTo(list(this.userPoolId, "alice"));
	}

	@Test
	void adminListUserAuthEventsWhenUserIsMadeAgainThenNothingOfTheUserBefore() {
		signUp("alice");
		signIn("alice", TestPool.PASSWORD);
		this.iam.adminDeleteUser((request) -> request.userPoolId(this.userPoolId).username("alice"));

		signUp("alice");

		assertThat(list(this.userPoolId, "alice")).extracting(AuthEventType::eventType)
			.containsExactly(EventType.SIGN_UP);
	}

	private String createPool(AdvancedSecurityModeType mode) {
		return this.iam
			.createUserPool((request) -> request.poolName("pool")
				.userPoolTier(UserPoolTierType.PLUS)
				.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
				.userPoolAddOns((addOns) -> addOns.advancedSecurityMode(mode)))
			.userPool()
			.id();
	}

	private void signUp(String username) {
		this.pool.client.signUp((request) -> request.clientId(this.clientId)
			.username(username)
			.password(TestPool.PASSWORD)
			.userAttributes(TestPool.attributes("email", username + "@example.com")));
		this.iam.adminConfirmSignUp((request) -> request.userPoolId(this.userPoolId).username(username));
	}

	private String signIn(String username, String password) {
		return this.pool.client
			.initiateAuth((request) -> request.clientId(this.clientId)
				.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
				.authParameters(Map.of("USERNAME", username, "PASSWORD", password)))
			.authenticationResult()
			.accessToken();
	}

	private void srpSignIn(String password) {
		SrpClient srp = new SrpClient();
		Map<String, String> challenge = this.pool.client
			.initiateAuth((request) -> request.clientId(this.clientId)
				.authFlow(AuthFlowType.USER_SRP_AUTH)
				.authParameters(Map.of("USERNAME", "alice", "SRP_A", srp.publicValue())))
			.challengeParameters();
		this.pool.client.respondToAuthChallenge((request) -> request.clientId(this.clientId)
			.challengeName(ChallengeNameType.PASSWORD_VERIFIER)
			.challengeResponses(srp.responses(this.userPoolId, challenge, password)));
	}

	private void changePassword(String accessToken, String previous) {
		this.pool.client.changePassword((request) -> request.accessToken(accessToken)
			.previousPassword(previous)
			.proposedPassword(TestPool.OTHER_PASSWORD));
	}

	private List<AuthEventType> list(String userPoolId, String username) {
		return this.iam.adminListUserAuthEvents((request) -> request.userPoolId(userPoolId).username(username))
			.authEvents();
	}

	private AdminListUserAuthEventsResponse page(int maxResults, @Nullable String token) {
		return this.iam.adminListUserAuthEvents((request) -> request.userPoolId(this.userPoolId)
			.username("alice")
			.maxResults(maxResults)
			.nextToken(token));
	}

	private void feedback(String userPoolId, String username, String eventId) {
		this.pool.client.updateAuthEventFeedback((request) -> request.userPoolId(userPoolId)
			.username(username)
			.eventId(eventId)
			.feedbackToken("token")
			.feedbackValue("Valid"));
	}

}
