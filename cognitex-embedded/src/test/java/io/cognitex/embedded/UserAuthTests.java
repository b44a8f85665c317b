package io.cognitex.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * USER_AUTH: the choice of the first factor.
 */
class UserAuthTests {

	private static final String INVALID_SESSION = "Invalid session for the user.";

	private static final String USED_SESSION = "Invalid session for the user, session can only be used once.";

	private static final String OTP_MISMATCH = "Invalid code or auth state for the user.";

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock)
		.explicitAuthFlows("ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH")
		.mfa("OPTIONAL", "SOFTWARE_TOKEN_MFA")
		.allowedFirstAuthFactors("EMAIL_OTP", "SMS_OTP"));

	@Test
	void initiateWhenNothingIsPreferredThenChoice() {
		this.pool.addAlice();

		InitiateAuthResponse response = initiate(Map.of("USERNAME", "alice"));

		assertThat(response.challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
		assertThat(response.authenticationResult()).isNull();
		assertThat(response.session()).isNotEmpty();
		assertThat(response.availableChallenges()).containsExactlyInAnyOrder(ChallengeNameType.PASSWORD,
				ChallengeNameType.PASSWORD_SRP, ChallengeNameType.EMAIL_OTP);
	}

	@Test
	void initiateWhenUserIsUnknownThenLooksLikeAnyOtherAndNothingLeadsOn() {
		InitiateAuthResponse choice = initiate(Map.of("USERNAME", "nobody"));
		InitiateAuthResponse otp = initiate(
				Map.of("USERNAME", "nobody@invalid.example", "PREFERRED_CHALLENGE", "EMAIL_OTP"));

		assertThat(choice.availableChallenges()).contains(ChallengeNameType.PASSWORD, ChallengeNameType.EMAIL_OTP);
		assertNotAuthorized(() -> select(choice.session(), "nobody", "PASSWORD", Map.of("PASSWORD", TestPool.PASSWORD)),
				INCORRECT);
		assertThat(otp.challengeParameters()).containsEntry("CODE_DELIVERY_DESTINATION", "n***@i***");
		assertRefused(() -> otp(otp.session(), "nobody@invalid.example", "12345678"), "CodeMismatchException",
				OTP_MISMATCH);
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void initiateWhenUserIsUnknownAndClientIsLegacyThenSaidSo() {
		try (TestPool legacy = TestPool
			.start((builder) -> builder.explicitAuthFlows("ALLOW_USER_AUTH").preventUserExistenceErrors("LEGACY"))) {
			assertRefused(() -> legacy.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", "nobody")),
					"UserNotFoundException", "User does not exist.");
		}
	}

	@Test
	void initiateWhenPreferredChallengeIsNotAvailableThenChoice() {
		this.pool.addAlice();

		assertThat(initiate(Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "SMS_OTP")).challengeName())
			.isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
	}

	@ParameterizedTest
	@EnumSource(value = EmbeddedUser.Status.class, names = "CONFIRMED", mode = EnumSource.Mode.EXCLUDE)
	void initiateWhenUserIsNotConfirmedThenNoCodeIsSent(EmbeddedUser.Status status) {
		this.pool.cognito.addUser(TestUsers.alice().emailVerified(true).status(status).build());

		InitiateAuthResponse response = initiate(Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "EMAIL_OTP"));

		assertThat(response.availableChallenges()).containsExactlyInAnyOrder(ChallengeNameType.PASSWORD_SRP,
				ChallengeNameType.PASSWORD);
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void initiateWhenUserHasASecondFactorThenOnlyThePasswordBegins() {
		this.pool.cognito.addUser(TestUsers.alice().totpSecret(TestTotp.SECRET).build());

		InitiateAuthResponse response = initiate(Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "EMAIL_OTP"));
		RespondToAuthChallengeResponse next = select(response.session(), "alice", "PASSWORD",
				Map.of("PASSWORD", TestPool.PASSWORD));

		assertThat(response.availableChallenges()).doesNotContain(ChallengeNameType.EMAIL_OTP);
		assertThat(next.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
		assertThat(next.authenticationResult()).isNull();
	}

	@Test
	void emailOtpWhenCodeIsWrongThenMismatchAndSessionStillUsable() {
		this.pool.addAlice();
		InitiateAuthResponse challenge = initiate(Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "EMAIL_OTP"));
		String code = this.pool.lastCode("alice");

		assertThat(challenge.challengeParameters()).containsEntry("CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL")
			.containsEntry("CODE_DELIVERY_DESTINATION", "a***@e***");
		assertThat(challenge.availableChallenges()).containsExactly(ChallengeNameType.EMAIL_OTP);
		assertThat(code).matches("[0-9]{8}");
		assertRefused(() -> otp(challenge.session(), "alice", TestPool.wrong(code)), "CodeMismatchException",
				OTP_MISMATCH);
		assertThat(otp(challenge.session(), "alice", code).authenticationResult().accessToken()).isNotEmpty();
		assertNotAuthorized(() -> otp(challenge.session(), "alice", code), USED_SESSION);
	}

	@Test
	void emailOtpWhenCodeIsOfAnotherSignInOrTooLateThenRefused() {
		this.pool.addAlice();
		InitiateAuthResponse first = initiate(Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "EMAIL_OTP"));
		String firstCode = this.pool.lastCode("alice");
		InitiateAuthResponse second = initiate(Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "EMAIL_OTP"));

		assertRefused(() -> otp(second.session(), "alice", firstCode), "CodeMismatchException", OTP_MISMATCH);
		this.clock.advance(Duration.ofMinutes(3));
		assertNotAuthorized(() -> otp(first.session(), "alice", firstCode),
				"Invalid session for the user, session is expired.");
	}

	@Test
	void smsOtpWhenCodeIsRightThenTokens() {
		this.pool.cognito.addUser(EmbeddedUser.named("bob").attribute("phone_number", "+15555550123").build());

		InitiateAuthResponse choice = initiate(Map.of("USERNAME", "bob"));
		RespondToAuthChallengeResponse challenge = select(choice.session(), "bob", "SMS_OTP", Map.of());
		RespondToAuthChallengeResponse response = this.pool.respond(ChallengeNameType.SMS_OTP, challenge.session(),
				Map.of("USERNAME", "bob", "SMS_OTP_CODE", this.pool.lastCode("bob")));

		assertThat(choice.availableChallenges()).containsExactly(ChallengeNameType.SMS_OTP);
		assertThat(challenge.challengeParameters()).containsEntry("CODE_DELIVERY_DESTINATION", "+*******0123");
		assertThat(response.authenticationResult().accessToken()).isNotEmpty();
	}

	@Test
	void selectWhenAnswerIsNotAvailableThenRefusedAndSessionStillUsable() {
		this.pool.addAlice();
		String session = initiate(Map.of("USERNAME", "alice")).session();

		assertInvalidParameter(() -> select(session, "alice", "SMS_OTP", Map.of()),
				"The challenge in ANSWER is not available for the user.");
		assertThat(select(session, "alice", "PASSWORD", Map.of("PASSWORD", TestPool.PASSWORD)).authenticationResult())
			.isNotNull();
	}

	@Test
	void selectWhenPasswordIsWrongThenAttemptIsOver() {
		this.pool.addAlice();
		String session = initiate(Map.of("USERNAME", "alice")).session();

		assertNotAuthorized(() -> select(session, "alice", "PASSWORD", Map.of("PASSWORD", TestPool.OTHER_PASSWORD)),
				INCORRECT);
		assertNotAuthorized(() -> select(session, "alice", "PASSWORD", Map.of("PASSWORD", TestPool.PASSWORD)),
				USED_SESSION);
	}

	@Test
	void passwordWhenAskedByItsOwnChallengeThenTokens() {
		this.pool.addAlice();
		String session = initiate(Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "PASSWORD")).session();

		assertNotAuthorized(() -> select(session, "alice", "EMAIL_OTP", Map.of()), INVALID_SESSION);
		assertThat(this.pool
			.respond(ChallengeNameType.PASSWORD, session, Map.of("USERNAME", "alice", "PASSWORD", TestPool.PASSWORD))
			.authenticationResult()).isNotNull();
	}

	@Test
	void passwordSrpWhenSessionIsNotItsOwnThenRefused() {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		InitiateAuthResponse challenge = initiate(
				Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "PASSWORD_SRP", "SRP_A", srp.publicValue()));
		Map<String, String> responses = srp.responses(this.pool.cognito.userPoolId(), challenge.challengeParameters(),
				TestPool.PASSWORD);

		assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
		assertNotAuthorized(() -> this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, responses),
				INVALID_SESSION);
	}

	@Test
	void passwordSrpWhenChosenThenTokens() {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		String choice = initiate(Map.of("USERNAME", "alice")).session();

		RespondToAuthChallengeResponse challenge = select(choice, "alice", "PASSWORD_SRP",
				Map.of("SRP_A", srp.publicValue()));
		RespondToAuthChallengeResponse response = this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER,
				challenge.session(),
				srp.responses(this.pool.cognito.userPoolId(), challenge.challengeParameters(), TestPool.PASSWORD));

		assertThat(response.authenticationResult().accessToken()).isNotEmpty();
	}

	@Test
	void signUpSessionWhenForgedUnconfirmedOrReplayedThenRefused() {
		SignUpResponse signUp = this.pool.client.signUp((request) -> request.clientId(this.pool.clientId())
			.username("carol")
			.userAttributes(TestPool.attributes("email", "carol@example.com")));
		Map<String, String> username = Map.of("USERNAME", "carol");
		assertNotAuthorized(() -> initiate(signUp.session(), username), INVALID_SESSION);
		assertNotAuthorized(() -> this.pool.client.confirmSignUp((request) -> request.clientId(this.pool.clientId())
			.username("carol")
			.session("x".repeat(30))
			.confirmationCode(this.pool.lastCode("carol"))), INVALID_SESSION);

		String confirmed = this.pool.client
			.confirmSignUp((request) -> request.clientId(this.pool.clientId())
				.username("carol")
				.session(signUp.session())
				.confirmationCode(this.pool.lastCode("carol")))
			.session();

		this.pool.addAlice();
		assertNotAuthorized(() -> initiate(confirmed, Map.of("USERNAME", "alice")), INVALID_SESSION);
		assertThat(initiate(confirmed, username).authenticationResult().accessToken()).isNotEmpty();
		assertNotAuthorized(() -> initiate(confirmed, username), USED_SESSION);
	}

	private InitiateAuthResponse initiate(Map<String, String> parameters) {
		return this.pool.initiate(AuthFlowType.USER_AUTH, parameters);
	}

	private InitiateAuthResponse initiate(String session, Map<String, String> parameters) {
		return this.pool.client.initiateAuth((request) -> request.clientId(this.pool.clientId())
			.authFlow(AuthFlowType.USER_AUTH)
			.session(session)
			.authParameters(parameters));
	}

	private RespondToAuthChallengeResponse select(String session, String username, String answer,
			Map<String, String> more) {
		Map<String, String> responses = new HashMap<>(more);
		responses.put("USERNAME", username);
		responses.put("ANSWER", answer);
		return this.pool.respond(ChallengeNameType.SELECT_CHALLENGE, session, responses);
	}

	private RespondToAuthChallengeResponse otp(String session, String username, String code) {
		return this.pool.respond(ChallengeNameType.EMAIL_OTP, session,
				Map.of("USERNAME", username, "EMAIL_OTP_CODE", code));
	}

}
