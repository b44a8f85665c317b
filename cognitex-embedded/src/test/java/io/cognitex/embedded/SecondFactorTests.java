package io.cognitex.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminRespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserAuthFactorsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MFAOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Second factors by message, the choice between several, and what turns them on and off.
 */
class SecondFactorTests {

	private static final String MISMATCH = "Invalid code or auth state for the user.";

	private static final MFAOptionType SMS_OPTION = MFAOptionType.builder()
		.deliveryMedium(DeliveryMediumType.SMS)
		.attributeName("phone_number")
		.build();

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool
		.start((builder) -> builder.clock(this.clock).mfa("OPTIONAL", "SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA"));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@ParameterizedTest
	@CsvSource({ "SMS_MFA, phone_number, SMS, +*******0123", "EMAIL_OTP, email, EMAIL, a***@e***" })
	void challengeWhenCodeIsWrongThenMismatchElseTokensAndVerifiedAddress(String factor, String attribute,
			String medium, String destination) {
		this.pool.cognito.addUser(alice().attribute(attribute + "_verified", "false").mfa(factor).build());
		InitiateAuthResponse challenge = this.pool.signIn("alice", TestPool.PASSWORD);
		String code = this.pool.lastCode("alice");

		assertThat(challenge.challengeNameAsString()).isEqualTo(factor);
		assertThat(challenge.authenticationResult()).isNull();
		assertThat(challenge.challengeParameters()).containsOnly(Map.entry("CODE_DELIVERY_DELIVERY_MEDIUM", medium),
				Map.entry("CODE_DELIVERY_DESTINATION", destination), Map.entry("USER_ID_FOR_SRP", "alice"));
		assertThat(code).matches("[0-9]{6}");
		assertRefused(() -> answer(challenge.session(), factor, TestPool.wrong(code)), "CodeMismatchException",
				MISMATCH);
		String accessToken = answer(challenge.session(), factor, code).authenticationResult().accessToken();
		assertThat(this.pool.attributesOf(accessToken)).containsEntry(attribute + "_verified", "true");
		assertNotAuthorized(() -> answer(challenge.session(), factor, code),
				"Invalid session for the user, session can only be used once.");
	}

	@Test
	void challengeWhenItComesTooLateThenRefused() {
		this.pool.cognito.addUser(alice().mfa("SMS_MFA").build());
		String session = this.pool.signIn("alice", TestPool.PASSWORD).session();
		this.clock.advance(Duration.ofMinutes(3));

		assertNotAuthorized(() -> answer(session, "SMS_MFA", this.pool.lastCode("alice")),
				"Invalid session for the user, session is expired.");
	}

	@Test
	void selectWhenAnswerIsNoneOfTheChoiceThenRefusedElseThatFactor() {
		this.pool.cognito.addUser(alice().mfa("SMS_MFA").mfa("EMAIL_OTP").build());
		InitiateAuthResponse choice = this.pool.signIn("alice", TestPool.PASSWORD);

		assertThat(choice.challengeName()).isEqualTo(ChallengeNameType.SELECT_MFA_TYPE);
		assertThat(choice.challengeParameters()).containsEntry("MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"EMAIL_OTP\"]");
		assertRefused(() -> select(choice.session(), "SOFTWARE_TOKEN_MFA"), "MFAMethodNotFoundException",
				"The chosen MFA method is not available for the user.");
		RespondToAuthChallengeResponse challenge = select(choice.session(), "EMAIL_OTP");
		assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
		assertNotAuthorized(() -> select(choice.session(), "SMS_MFA"),
				"Invalid session for the user, session can only be used once.");
		assertThat(answer(challenge.session(), "EMAIL_OTP", this.pool.lastCode("alice")).authenticationResult())
			.isNotNull();
	}

	@Test
	void challengeWhenOneIsPreferredThenThatOne() {
		this.pool.cognito.addUser(alice().totpSecret(TestTotp.SECRET).mfa("SMS_MFA").preferredMfa("SMS_MFA").build());

		assertThat(this.pool.signIn("alice", TestPool.PASSWORD).challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
	}

	@Test
	void challengeWhenPasswordIsTemporaryThenNewPasswordFirst() {
		this.pool.cognito.addUser(alice().mfa("SMS_MFA").status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		InitiateAuthResponse challenge = this.pool.signIn("alice", TestPool.PASSWORD);

		RespondToAuthChallengeResponse next = this.pool.respond(ChallengeNameType.NEW_PASSWORD_REQUIRED,
				challenge.session(), Map.of("USERNAME", "alice", "NEW_PASSWORD", TestPool.OTHER_PASSWORD));

		assertThat(next.challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
		assertThat(next.authenticationResult()).isNull();
	}

	@Test
	void temporaryPasswordWhenItHasExpiredThenOnlyTheRightOneTells() {
		this.pool.cognito.addUser(alice().status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		this.clock.advance(Duration.ofDays(7));

		assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.OTHER_PASSWORD), Refusals.INCORRECT);
		assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.PASSWORD),
				"Temporary password has expired and must be reset by an administrator.");
	}

	@Test
	void adminSignInWhenFactorIsOnThenSameChain() {
		this.pool.cognito.addUser(alice().mfa("SMS_MFA").build());
		String userPoolId = this.pool.cognito.userPoolId();
		AdminInitiateAuthResponse challenge = this.iam.adminInitiateAuth((request) -> request.userPoolId(userPoolId)
			.clientId(this.pool.clientId())
			.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
			.authParameters(Map.of("USERNAME", "alice", "PASSWORD", TestPool.PASSWORD)));

		assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
		String code = this.pool.lastCode("alice");
		assertRefused(() -> adminAnswer(challenge.session(), TestPool.wrong(code)), "CodeMismatchException", MISMATCH);
		assertNotAuthorized(() -> adminAnswer("forged-session-forged-session", code), "Invalid session for the user.");
		assertThat(adminAnswer(challenge.session(), code).authenticationResult()).isNotNull();
		assertNotAuthorized(() -> adminAnswer(challenge.session(), code),
				"Invalid session for the user, session can only be used once.");
	}

	private AdminRespondToAuthChallengeResponse adminAnswer(String session, String code) {
		return this.iam.adminRespondToAuthChallenge((request) -> request.userPoolId(this.pool.cognito.userPoolId())
			.clientId(this.pool.clientId())
			.challengeName(ChallengeNameType.SMS_MFA)
			.session(session)
			.challengeResponses(Map.of("USERNAME", "alice", "SMS_MFA_CODE", code)));
	}

	@Test
	void preferenceWhenFactorIsNotReadyThenRefused() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");

		assertInvalidParameter(
				() -> this.pool.client.setUserMFAPreference((request) -> request.accessToken(accessToken)
					.softwareTokenMfaSettings((settings) -> settings.enabled(true))),
				"User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA");
		assertInvalidParameter(() -> this.pool.client.setUserMFAPreference(
				(request) -> request.accessToken(accessToken).smsMfaSettings((settings) -> settings.enabled(true))),
				"User does not have delivery config set to turn on SMS_MFA");
		assertInvalidParameter(
				() -> this.pool.client.setUserMFAPreference((request) -> request.accessToken(accessToken)
					.emailMfaSettings((settings) -> settings.enabled(false).preferredMfa(true))),
				"EMAIL_OTP cannot be preferred without being enabled.");
		assertNotAuthorized(() -> this.pool.client.setUserMFAPreference((request) -> request.accessToken("x")),
				"Invalid Access Token");
		assertRefused(
				() -> this.iam.adminSetUserMFAPreference(
						(request) -> request.userPoolId(this.pool.cognito.userPoolId()).username("nobody")),
				"UserNotFoundException", "User does not exist.");
	}

	@Test
	void preferenceWhenTwoArePreferredThenRefused() {
		this.pool.cognito.addUser(alice().build());

		assertInvalidParameter(
				() -> this.iam.adminSetUserMFAPreference((request) -> request.userPoolId(this.pool.cognito.userPoolId())
					.username("alice")
					.smsMfaSettings((settings) -> settings.enabled(true).preferredMfa(true))
					.emailMfaSettings((settings) -> settings.enabled(true).preferredMfa(true))),
				"Only one MFA method can be preferred.");
	}

	@Test
	void preferenceWhenSetThenShownAndAsked() {
		this.pool.cognito.addUser(alice().build());
		String accessToken = this.pool.accessToken("alice");

		this.pool.client.setUserMFAPreference((request) -> request.accessToken(accessToken)
			.smsMfaSettings((settings) -> settings.enabled(true))
			.emailMfaSettings((settings) -> settings.enabled(true).preferredMfa(true)));

		GetUserAuthFactorsResponse factors = this.pool.client
			.getUserAuthFactors((request) -> request.accessToken(accessToken));
		assertThat(factors.preferredMfaSetting()).isEqualTo("EMAIL_OTP");
		assertThat(factors.userMFASettingList()).containsExactly("SMS_MFA", "EMAIL_OTP");
		assertThat(factors.configuredUserAuthFactors()).containsExactly(AuthFactorType.PASSWORD);
		assertThat(
				this.iam.adminGetUser((request) -> request.userPoolId(this.pool.cognito.userPoolId()).username("alice"))
					.preferredMfaSetting())
			.isEqualTo("EMAIL_OTP");
		assertThat(this.pool.signIn("alice", TestPool.PASSWORD).challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
	}

	@Test
	void forgotPasswordWhenCodesOfSecondFactorGoThereThenToTheOtherAddress() {
		this.pool.cognito.addUser(alice().mfa("SMS_MFA").build());
		this.pool.cognito.addUser(EmbeddedUser.named("bob")
			.password(TestPool.PASSWORD)
			.attribute("phone_number", "+15555550199")
			.mfa("SMS_MFA")
			.build());

		this.pool.client.forgotPassword((request) -> request.clientId(this.pool.clientId()).username("bob"));
		assertThat(this.pool.cognito.lastMessage("bob")).isEmpty();
		this.pool.client.forgotPassword((request) -> request.clientId(this.pool.clientId()).username("alice"));

		assertThat(this.pool.cognito.lastMessage("alice").orElseThrow().destination()).isEqualTo("alice@example.com");
	}

	@Test
	void userSettingsWhenOptionIsNotSmsThenRefusedElseSmsIsAsked() {
		this.pool.cognito.addUser(alice().build());
		String accessToken = this.pool.accessToken("alice");

		assertInvalidParameter(() -> userSettings(accessToken, DeliveryMediumType.EMAIL, "email"),
				"MFAOptions takes only phone_number by SMS.");
		assertThat(this.pool.client.getUser((request) -> request.accessToken(accessToken)).hasMfaOptions()).isFalse();
		userSettings(accessToken, DeliveryMediumType.SMS, "phone_number");
		assertThat(this.pool.client.getUser((request) -> request.accessToken(accessToken)).mfaOptions())
			.containsExactly(SMS_OPTION);
		assertThat(
				this.iam.adminGetUser((request) -> request.userPoolId(this.pool.cognito.userPoolId()).username("alice"))
					.mfaOptions())
			.containsExactly(SMS_OPTION);
		assertThat(this.iam.listUsers((request) -> request.userPoolId(this.pool.cognito.userPoolId()))
			.users()
			.get(0)
			.mfaOptions()).containsExactly(SMS_OPTION);
		assertThat(this.pool.signIn("alice", TestPool.PASSWORD).challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
		this.pool.client.setUserSettings((request) -> request.accessToken(accessToken).mfaOptions(List.of()));
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void poolConfigWhenItContradictsItselfThenRefused() {
		try (TestPool plain = TestPool.start(); CognitoIdentityProviderClient admin = TestClients.iam(plain.cognito)) {
			String userPoolId = plain.cognito.userPoolId();

			assertInvalidParameter(
					() -> admin.setUserPoolMfaConfig(
							(request) -> request.userPoolId(userPoolId).mfaConfiguration(UserPoolMfaType.ON)),
					"SMS configuration and Auto verification for phone_number are required when MFA is "
							+ "required/optional");
			assertRefused(() -> admin.getUserPoolMfaConfig((request) -> request.userPoolId("us-east-1_none")),
					"ResourceNotFoundException", "User pool us-east-1_none does not exist.");
			assertThat(admin.getUserPoolMfaConfig((request) -> request.userPoolId(userPoolId)).mfaConfiguration())
				.isEqualTo(UserPoolMfaType.OFF);
		}
	}

	@Test
	void poolConfigWhenTurnedOnThenAskedAndDescribed() {
		try (TestPool plain = TestPool.start(); CognitoIdentityProviderClient admin = TestClients.iam(plain.cognito)) {
			String userPoolId = plain.cognito.userPoolId();
			plain.cognito.addUser(alice().build());
			assertThat(plain.signIn("alice").accessToken()).isNotEmpty();

			admin.setUserPoolMfaConfig((request) -> request.userPoolId(userPoolId)
				.mfaConfiguration(UserPoolMfaType.ON)
				.softwareTokenMfaConfiguration((configuration) -> configuration.enabled(true))
				.emailMfaConfiguration((configuration) -> configuration.subject("Code")));

			assertThat(admin.getUserPoolMfaConfig((request) -> request.userPoolId(userPoolId))
				.softwareTokenMfaConfiguration()
				.enabled()).isTrue();
			assertThat(plain.signIn("alice", TestPool.PASSWORD).challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
		}
	}

	@Test
	void setUpWhenEmailIsGivenThenItBecomesTheUsersWithTheRightCode() {
		try (TestPool required = TestPool.start((builder) -> builder.mfa("ON", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA"))) {
			required.cognito.addUser(EmbeddedUser.named("bob").password(TestPool.PASSWORD).build());
			InitiateAuthResponse setUp = required.signIn("bob", TestPool.PASSWORD);
			assertThat(setUp.challengeParameters()).containsEntry("MFAS_CAN_SETUP",
					"[\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\"]");

			assertInvalidParameter(() -> required.respond(ChallengeNameType.MFA_SETUP, setUp.session(),
					Map.of("USERNAME", "bob", "EMAIL", "nonsense")), "Invalid email address format.");
			RespondToAuthChallengeResponse challenge = required.respond(ChallengeNameType.MFA_SETUP, setUp.session(),
					Map.of("USERNAME", "bob", "EMAIL", "bob@example.com"));
			assertThat(required.signIn("bob", TestPool.PASSWORD).challengeName())
				.isEqualTo(ChallengeNameType.MFA_SETUP);
			String accessToken = required
				.respond(ChallengeNameType.EMAIL_OTP, challenge.session(),
						Map.of("USERNAME", "bob", "EMAIL_OTP_CODE", required.lastCode("bob")))
				.authenticationResult()
				.accessToken();
			assertThat(required.attributesOf(accessToken)).containsEntry("email", "bob@example.com")
				.containsEntry("email_verified", "true");
		}
	}

	private static EmbeddedUser.Builder alice() {
		return TestUsers.alice().attribute("phone_number", "+15555550123");
	}

	private RespondToAuthChallengeResponse answer(String session, String factor, String code) {
		return this.pool.respond(ChallengeNameType.fromValue(factor), session,
				Map.of("USERNAME", "alice", factor + "_CODE", code));
	}

	private RespondToAuthChallengeResponse select(String session, String factor) {
		return this.pool.respond(ChallengeNameType.SELECT_MFA_TYPE, session,
				Map.of("USERNAME", "alice", "ANSWER", factor));
	}

	private void userSettings(String accessToken, DeliveryMediumType medium, String attribute) {
		this.pool.client.setUserSettings((request) -> request.accessToken(accessToken)
			.mfaOptions(MFAOptionType.builder().deliveryMedium(medium).attributeName(attribute).build()));
	}

}
