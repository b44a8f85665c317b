package io.cognitex.embedded;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponseType;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Authenticator apps: registration by access token and during a sign-in, and the
 * challenge.
 */
class SoftwareTokenMfaTests {

	private static final String INVALID_SESSION = "Invalid session for the user.";

	private static final String USED_SESSION = "Invalid session for the user, session can only be used once.";

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool
		.start((builder) -> builder.clock(this.clock).mfa("OPTIONAL", "SOFTWARE_TOKEN_MFA"));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@Test
	void challengeWhenCodeIsWrongThenMismatchAndSessionStillUsable() {
		addAlice();
		String session = challenge().session();

		assertRefused(() -> answer(session, TestPool.wrong(code())), "CodeMismatchException",
				"Invalid code received for user");
		assertThat(answer(session, code()).authenticationResult().accessToken()).isNotEmpty();
	}

	@Test
	void challengeWhenCodeIsOldOrUsedThenRefused() {
		addAlice();
		String code = code();
		String session = challenge().session();
		answer(session, code);
		String next = challenge().session();

		assertNotAuthorized(() -> answer(session, code), USED_SESSION);
		assertRefused(() -> answer(next, code), "ExpiredCodeException",
				"Your software token has already been used once.");
		this.clock.advance(Duration.ofSeconds(60));
		assertRefused(() -> answer(next, code), "CodeMismatchException", "Invalid code received for user");
		assertThat(answer(next, code()).authenticationResult()).isNotNull();
	}

	@Test
	void challengeWhenSessionIsMissingForgedExpiredOrOfAnotherThenRefused() {
		addAlice();
		this.pool.cognito
			.addUser(EmbeddedUser.named("bob").password(TestPool.PASSWORD).totpSecret(TestTotp.SECRET).build());
		String session = challenge().session();

		assertNotAuthorized(() -> answer(null, code()), INVALID_SESSION);
		assertNotAuthorized(() -> answer("x".repeat(30), code()), INVALID_SESSION);
		assertNotAuthorized(() -> this.pool.respond(ChallengeNameType.SOFTWARE_TOKEN_MFA, session,
				Map.of("USERNAME", "bob", "SOFTWARE_TOKEN_MFA_CODE", code())), INVALID_SESSION);
		assertNotAuthorized(() -> this.pool.respond(ChallengeNameType.SMS_MFA, session,
				Map.of("USERNAME", "alice", "SMS_MFA_CODE", code())), INVALID_SESSION);
		this.clock.advance(Duration.ofMinutes(3));
		assertNotAuthorized(() -> answer(session, code()), "Invalid session for the user, session is expired.");
	}

	@Test
	void challengeWhenCodesAreWrongTooOftenThenLockedAlthoughThePasswordWasRight() {
		addAlice();
		for (int i = 0; i < 5; i++) {
			String session = challenge().session();
			assertRefused(() -> answer(session, TestPool.wrong(code())), "CodeMismatchException",
					"Invalid code received for user");
		}
		String session = challenge().session();

		assertNotAuthorized(() -> answer(session, code()), "Password attempts exceeded");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(answer(session, code()).authenticationResult()).isNotNull();
	}

	@Test
	void challengeWhenPasswordIsProvenBySrpThenAsked() {
		addAlice();

		RespondToAuthChallengeResponse challenge = this.pool.srpSignIn("alice", TestPool.PASSWORD);

		assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
		assertThat(challenge.authenticationResult()).isNull();
		assertThat(answer(challenge.session(), code()).authenticationResult()).isNotNull();
	}

	@Test
	void associateWhenAccessTokenAndSessionAreNotOneThenRefused() {
		assertInvalidParameter(() -> this.pool.client.associateSoftwareToken((request) -> {
		}), "Either AccessToken or Session is required, not both.");
		assertNotAuthorized(() -> this.pool.client.associateSoftwareToken((request) -> request.session("x".repeat(30))),
				INVALID_SESSION);
		assertNotAuthorized(() -> this.pool.client.associateSoftwareToken((request) -> request.accessToken("x")),
				"Invalid Access Token");
	}

	@Test
	void associateWhenPoolHasNoSoftwareTokensThenRefused() {
		try (TestPool plain = TestPool.start()) {
			plain.addAlice();
			String accessToken = plain.accessToken("alice");

			assertRefused(() -> plain.client.associateSoftwareToken((request) -> request.accessToken(accessToken)),
					"SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");
		}
	}

	@Test
	void verifyWhenCodeIsWrongOrNothingAssociatedThenRefused() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");

		assertRefused(() -> verify(accessToken, "123456"), "SoftwareTokenMFANotFoundException",
				"User has not associated a software token.");
		String secret = associate(accessToken).secretCode();
		String code = TestTotp.code(secret, this.clock.instant());
		assertRefused(() -> verify(accessToken, TestPool.wrong(code)), "EnableSoftwareTokenMFAException",
				"Code mismatch and fail enable Software Token MFA");
		assertThat(this.pool.client.getUser((request) -> request.accessToken(accessToken)).hasUserMFASettingList())
			.isFalse();
	}

	@Test
	void verifyWhenCodeIsRightThenAppCanBecomeTheSecondFactor() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");
		String secret = associate(accessToken).secretCode();
		String code = TestTotp.code(secret, this.clock.instant());

		assertThat(secret).matches("[A-Z2-7]{52}");
		assertThat(verify(accessToken, code).status()).isEqualTo(VerifySoftwareTokenResponseType.SUCCESS);
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
		this.pool.client.setUserMFAPreference((request) -> request.accessToken(accessToken)
			.softwareTokenMfaSettings((settings) -> settings.enabled(true).preferredMfa(true)));
		InitiateAuthResponse challenge = challenge();
		assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
		assertRefused(() -> answer(challenge.session(), code), "ExpiredCodeException",
				"Your software token has already been used once.");
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(answer(challenge.session(), TestTotp.code(secret, this.clock.instant())).authenticationResult())
			.isNotNull();
	}

	@Test
	void adminDeleteWhenAppIsRegisteredThenNoLongerAsked() {
		addAlice();

		this.iam.adminDeleteSoftwareToken(
				(request) -> request.userPoolId(this.pool.cognito.userPoolId()).username("alice"));

		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void setUpWhenPoolRequiresItThenOnlyTheLastSessionLeadsOn() {
		try (TestPool required = TestPool
			.start((builder) -> builder.clock(this.clock).mfa("ON", "SOFTWARE_TOKEN_MFA"))) {
			required.cognito.addUser(EmbeddedUser.named("alice").password(TestPool.PASSWORD).build());
			InitiateAuthResponse challenge = required.signIn("alice", TestPool.PASSWORD);
			assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.MFA_SETUP);
			assertThat(challenge.challengeParameters()).containsEntry("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]");
			assertThat(challenge.authenticationResult()).isNull();
			Map<String, String> username = Map.of("USERNAME", "alice");

			assertNotAuthorized(() -> required.respond(ChallengeNameType.MFA_SETUP, challenge.session(), username),
					INVALID_SESSION);
			AssociateSoftwareTokenResponse associated = required.client
				.associateSoftwareToken((request) -> request.session(challenge.session()));
			assertNotAuthorized(
					() -> required.client.associateSoftwareToken((request) -> request.session(challenge.session())),
					USED_SESSION);
			assertNotAuthorized(() -> required.respond(ChallengeNameType.MFA_SETUP, associated.session(), username),
					INVALID_SESSION);
			String code = TestTotp.code(associated.secretCode(), this.clock.instant());
			assertRefused(
					() -> required.client.verifySoftwareToken(
							(request) -> request.session(associated.session()).userCode(TestPool.wrong(code))),
					"EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA");
			VerifySoftwareTokenResponse verified = required.client
				.verifySoftwareToken((request) -> request.session(associated.session()).userCode(code));
			assertNotAuthorized(() -> required.respond(ChallengeNameType.MFA_SETUP, associated.session(), username),
					USED_SESSION);
			assertThat(required.respond(ChallengeNameType.MFA_SETUP, verified.session(), username)
				.authenticationResult()
				.accessToken()).isNotEmpty();
			assertThat(required.signIn("alice", TestPool.PASSWORD).challengeName())
				.isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
		}
	}

	@Test
	void setUpWhenUserHasAFactorMeanwhileThenNoSecondOneByPasswordAlone() {
		try (TestPool required = TestPool
			.start((builder) -> builder.clock(this.clock).mfa("ON", "SOFTWARE_TOKEN_MFA"))) {
			required.cognito.addUser(EmbeddedUser.named("alice").password(TestPool.PASSWORD).build());
			String early = required.signIn("alice", TestPool.PASSWORD).session();
			String own = required.signIn("alice", TestPool.PASSWORD).session();
			AssociateSoftwareTokenResponse associated = required.client
				.associateSoftwareToken((request) -> request.session(own));
			required.client.verifySoftwareToken((request) -> request.session(associated.session())
				.userCode(TestTotp.code(associated.secretCode(), this.clock.instant())));

			assertNotAuthorized(() -> required.client.associateSoftwareToken((request) -> request.session(early)),
					INVALID_SESSION);
		}
	}

	private void addAlice() {
		this.pool.cognito.addUser(TestUsers.alice().totpSecret(TestTotp.SECRET).build());
	}

	private String code() {
		return TestTotp.code(TestTotp.SECRET, this.clock.instant());
	}

	private InitiateAuthResponse challenge() {
		return this.pool.signIn("alice", TestPool.PASSWORD);
	}

	private RespondToAuthChallengeResponse answer(String session, String code) {
		return this.pool.respond(ChallengeNameType.SOFTWARE_TOKEN_MFA, session,
				Map.of("USERNAME", "alice", "SOFTWARE_TOKEN_MFA_CODE", code));
	}

	private AssociateSoftwareTokenResponse associate(String accessToken) {
		return this.pool.client.associateSoftwareToken((request) -> request.accessToken(accessToken));
	}

	private VerifySoftwareTokenResponse verify(String accessToken, String code) {
		return this.pool.client.verifySoftwareToken((request) -> request.accessToken(accessToken).userCode(code));
	}

}
