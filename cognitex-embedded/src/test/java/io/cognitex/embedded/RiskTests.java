package io.cognitex.embedded;

import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeedbackValueType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskDecisionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskLevelType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What threat protection does about sign-ins that are said to be risky, and what users
 * and administrators can say about them.
 */
class RiskTests {

	private static final String BLOCKED = "Unable to login because of security reasons.";

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.advancedSecurityMode("ENFORCED"));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@BeforeEach
	void addAlice() {
		this.pool.addAlice();
	}

	@Test
	void riskWhenUserOrModeIsUnknownOrNobodyWouldNoticeThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.pool.cognito.riskDecision("nobody", RiskDecision.BLOCK));
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedCognito.builder().advancedSecurityMode("ON"));
		try (TestPool off = TestPool.start()) {
			off.addAlice();
			assertThatIllegalStateException().isThrownBy(() -> off.cognito.riskDecision("alice", RiskDecision.BLOCK));
		}
	}

	@Test
	void poolWhenTierIsTooLowThenUnavailable() {
		assertRefused(
				() -> this.iam.createUserPool((request) -> request.poolName("pool")
					.userPoolAddOns((addOns) -> addOns.advancedSecurityMode(AdvancedSecurityModeType.ENFORCED))),
				"FeatureUnavailableInTierException",
				"The following features need to be disabled for the ESSENTIALS pricing tier configured: "
						+ "Threat Protection");

		assertThat(
				this.iam.describeUserPool((request) -> request.userPoolId(this.pool.cognito.userPoolId())).userPool())
			.satisfies((described) -> {
				assertThat(described.userPoolTier()).isEqualTo(UserPoolTierType.PLUS);
				assertThat(described.userPoolAddOns().advancedSecurityMode())
					.isEqualTo(AdvancedSecurityModeType.ENFORCED);
			});
	}

	@Test
	void signInWhenBlockedThenRefusedAndMailedUntilTheRiskIsGone() {
		this.pool.cognito.riskDecision("alice", RiskDecision.BLOCK);

		assertNotAuthorized(() -> this.pool.signIn("alice"), BLOCKED);
		assertNotAuthorized(() -> this.pool.srpSignIn("alice", TestPool.PASSWORD), BLOCKED);

		assertThat(this.pool.cognito.messages()).hasSize(2)
			.allMatch((message) -> message.purpose() == SentMessage.Purpose.RISK_NOTIFICATION);
		AuthEventType event = events().get(0);
		assertThat(event.eventResponse()).isEqualTo(EventResponseType.FAIL);
		assertThat(event.eventRisk().riskDecision()).isEqualTo(RiskDecisionType.BLOCK);
		assertThat(event.eventRisk().riskLevel()).isEqualTo(RiskLevelType.HIGH);
		this.pool.cognito.riskDecision("alice", RiskDecision.NO_RISK);
		assertThat(this.pool.accessToken("alice")).isNotEmpty();
	}

	@Test
	void signInWhenPasswordIsWrongThenBlockIsNotTold() {
		this.pool.cognito.riskDecision("alice", RiskDecision.BLOCK);

		assertNotAuthorized(() -> this.pool.signIn("alice", "Wrong-Passw0rd"), Refusals.INCORRECT);

		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void signInWhenOnlyAuditedThenPassesAndIsMailed() {
		try (TestPool audit = TestPool.start((builder) -> builder.advancedSecurityMode("AUDIT"))) {
			audit.addAlice();
			audit.cognito.riskDecision("alice", RiskDecision.BLOCK);

			assertThat(audit.accessToken("alice")).isNotEmpty();
			assertThat(audit.cognito.lastMessage("alice").orElseThrow().purpose())
				.isEqualTo(SentMessage.Purpose.RISK_NOTIFICATION);
		}
	}

	@Test
	void riskWhenSnapshotIsRestoredThenAsBefore() {
		this.pool.cognito.riskDecision("alice", RiskDecision.BLOCK);
		PoolSnapshot snapshot = this.pool.cognito.snapshot();
		this.pool.cognito.riskDecision("alice", RiskDecision.NO_RISK);

		this.pool.cognito.restore(snapshot);

		assertNotAuthorized(() -> this.pool.signIn("alice"), BLOCKED);
	}

	@Test
	void updateAuthEventFeedbackWhenTokenIsOfAnotherEventThenRefused() {
		riskySignIn();
		String first = this.pool.lastCode("alice");
		riskySignIn();

		assertNotAuthorized(() -> feedback(events().get(0).eventId(), first), "Invalid feedback token.");
		assertThat(events().get(0).eventFeedback()).isNull();
	}

	@Test
	void updateAuthEventFeedbackWhenTokenIsRightThenKeptWithTheEvent() {
		riskySignIn();
		SentMessage mail = this.pool.cognito.lastMessage("alice").orElseThrow();
		String eventId = events().get(0).eventId();

		feedback(eventId, mail.code());

		assertThat(mail.text()).contains("EventId=" + eventId + "&", "FeedbackToken=" + mail.code());
		assertThat(events().get(0).eventFeedback()).satisfies((feedback) -> {
			assertThat(feedback.feedbackValue()).isEqualTo(FeedbackValueType.INVALID);
			assertThat(feedback.provider()).isEqualTo("User");
			assertThat(feedback.feedbackDate()).isNotNull();
		});
	}

	@Test
	void adminUpdateAuthEventFeedbackWhenEventIsUnknownOrValueWrongThenRefused() {
		assertRefused(() -> adminFeedback("no-such-event", "Valid"), "ResourceNotFoundException",
				"The event does not exist.");
		assertInvalidParameter(() -> adminFeedback("no-such-event", "Perhaps"),
				"1 validation error detected: Value 'Perhaps' at 'feedbackValue' failed to satisfy constraint: Member "
						+ "must satisfy enum value set: [Valid, Invalid]");
		assertRefused(
				() -> this.pool.client
					.adminUpdateAuthEventFeedback((request) -> request.userPoolId(this.pool.cognito.userPoolId())
						.username("alice")
						.eventId("event")
						.feedbackValue("Valid")),
				"MissingAuthenticationTokenException", "Missing Authentication Token");
	}

	@Test
	void adminUpdateAuthEventFeedbackWhenEventIsTheUsersThenKeptWithIt() {
		this.pool.signIn("alice");
		this.pool.signIn("alice");

		adminFeedback(events().get(1).eventId(), "Valid");

		assertThat(events().get(1).eventFeedback().provider()).isEqualTo("Admin");
		assertThat(events().get(1).eventFeedback().feedbackValue()).isEqualTo(FeedbackValueType.VALID);
		assertThat(events().get(0).eventFeedback()).isNull();
	}

	private void riskySignIn() {
		this.pool.cognito.riskDecision("alice", RiskDecision.ACCOUNT_TAKEOVER);
		this.pool.signIn("alice");
	}

	private List<AuthEventType> events() {
		return this.iam
			.adminListUserAuthEvents((request) -> request.userPoolId(this.pool.cognito.userPoolId()).username("alice"))
			.authEvents();
	}

	private void feedback(String eventId, String token) {
		this.pool.client.updateAuthEventFeedback((request) -> request.userPoolId(this.pool.cognito.userPoolId())
			.username("alice")
			.eventId(eventId)
			.feedbackToken(token)
			.feedbackValue(FeedbackValueType.INVALID));
	}

	private void adminFeedback(String eventId, String value) {
		this.iam.adminUpdateAuthEventFeedback((request) -> request.userPoolId(this.pool.cognito.userPoolId())
			.username("alice")
			.eventId(eventId)
			.feedbackValue(value));
	}

}
