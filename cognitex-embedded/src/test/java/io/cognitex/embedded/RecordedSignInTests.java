package io.cognitex.embedded;

import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeName;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventType;

import io.cognitex.embedded.trigger.TriggerType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which steps of signing in a pool with threat protection records, and how.
 */
class RecordedSignInTests {

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.advancedSecurityMode("AUDIT")
		.explicitAuthFlows("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH")
		.allowedFirstAuthFactors("PASSWORD", "EMAIL_OTP", "WEB_AUTHN")
		.relyingParty("example.com", "required")
		.mfa("OPTIONAL", "SMS_MFA", "SOFTWARE_TOKEN_MFA")
		.trigger(TriggerType.DEFINE_AUTH_CHALLENGE, (event) -> {
			boolean first = List.of().equals(event.request().get("session"));
			event.respond(first ? "challengeName" : "failAuthentication", first ? "CUSTOM_CHALLENGE" : true);
		})
		.trigger(TriggerType.CREATE_AUTH_CHALLENGE, (event) -> {
		})
		.trigger(TriggerType.VERIFY_AUTH_CHALLENGE_RESPONSE, (event) -> event.respond("answerCorrect", false)));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@ParameterizedTest
	@EnumSource(value = EmbeddedUser.Status.class, names = { "UNCONFIRMED", "RESET_REQUIRED" })
	void signInWhenStateOfTheAccountForbidsItThenFail(EmbeddedUser.Status status) {
		this.pool.cognito.addUser(TestUsers.alice().status(status).build());

		assertFails(() -> this.pool.signIn("alice"));

		assertThat(events()).singleElement().satisfies((event) -> {
			assertThat(event.eventType()).isEqualTo(EventType.SIGN_IN);
			assertThat(event.eventResponse()).isEqualTo(EventResponseType.FAIL);
			assertThat(event.challengeResponses()).isEmpty();
		});
	}

	@Test
	void signInWhenUserIsDisabledThenFail() {
		this.pool.cognito.addUser(TestUsers.alice().enabled(false).build());

		assertFails(() -> this.pool.signIn("alice"));

		assertThat(responses()).containsExactly(EventResponseType.FAIL);
	}

	@Test
	void signInWhenPassedThenTokensTellItsEvent() throws Exception {
		this.pool.addAlice();

		String token = this.pool.accessToken("alice");

		assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("event_id"))
			.isEqualTo(events().get(0).eventId());
	}

	@Test
	void newPasswordWhenSetThenPasswordChangeAndSignIn() {
		this.pool.cognito.addUser(TestUsers.alice().status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());

		this.pool.respond(ChallengeNameType.NEW_PASSWORD_REQUIRED,
				this.pool.signIn("alice", TestPool.PASSWORD).session(),
				Map.of("USERNAME", "alice", "NEW_PASSWORD", TestPool.OTHER_PASSWORD));

		assertThat(events()).extracting(AuthEventType::eventType)
			.containsExactly(EventType.SIGN_IN, EventType.PASSWORD_CHANGE);
		assertThat(responses()).containsOnly(EventResponseType.PASS);
	}

	@Test
	void forgottenPasswordWhenCodeIsWrongThenFailAndWhenRightThenPass() {
		this.pool.addAlice();
		this.pool.client.forgotPassword((request) -> request.clientId(this.pool.clientId()).username("alice"));
		String code = this.pool.lastCode("alice");

		assertFails(() -> confirm(TestPool.wrong(code)));
		confirm(code);

		assertThat(events()).extracting(AuthEventType::eventType)
			.containsExactly(EventType.PASSWORD_CHANGE, EventType.PASSWORD_CHANGE, EventType.FORGOT_PASSWORD);
		assertThat(responses()).containsExactly(EventResponseType.PASS, EventResponseType.FAIL, EventResponseType.PASS);
	}

	@Test
	void secondFactorWhenCodeIsWrongThenMfaFailsAndWhenRightThenBothPass() {
		this.pool.cognito.addUser(TestUsers.alice().totpSecret(TestTotp.SECRET).build());
		String session = this.pool.signIn("alice", TestPool.PASSWORD).session();
		String code = TestTotp.code(TestTotp.SECRET, this.pool.cognito.now());

		assertFails(() -> secondFactor(session, TestPool.wrong(code)));
		secondFactor(session, code);

		assertThat(events().get(1).challengeResponses()).singleElement().satisfies((response) -> {
			assertThat(response.challengeName()).isEqualTo(ChallengeName.MFA);
			assertThat(response.challengeResponse()).isEqualTo(ChallengeResponse.FAILURE);
		});
		assertThat(events().get(0).challengeResponses()).extracting((response) -> response.challengeName())
			.containsExactly(ChallengeName.PASSWORD, ChallengeName.MFA);
		assertThat(responses()).containsExactly(EventResponseType.PASS, EventResponseType.FAIL);
	}

	@Test
	void codeWhenWrongThenFail() {
		this.pool.addAlice();
		String session = this.pool
			.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "EMAIL_OTP"))
			.session();

		assertFails(() -> this.pool.respond(ChallengeNameType.EMAIL_OTP, session,
				Map.of("USERNAME", "alice", "EMAIL_OTP_CODE", TestPool.wrong(this.pool.lastCode("alice")))));

		assertThat(responses()).containsExactly(EventResponseType.FAIL);
	}

	@Test
	void passkeyWhenCredentialIsWrongThenFail() {
		this.pool.addAlice();
		String token = this.pool.accessToken("alice");
		PasskeyAuthenticator authenticator = new PasskeyAuthenticator("example.com", "https://example.com", 1);
		String challenge = this.pool.client.startWebAuthnRegistration((request) -> request.accessToken(token))
			.credentialCreationOptions()
			.asMap()
			.get("challenge")
			.asString();
		this.pool.client.completeWebAuthnRegistration(
				(request) -> request.accessToken(token).credential(authenticator.register(challenge)));
		String session = this.pool
			.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "WEB_AUTHN"))
			.session();

		assertFails(() -> this.pool.respond(ChallengeNameType.WEB_AUTHN, session,
				Map.of("USERNAME", "alice", "CREDENTIAL", authenticator.authenticate("AAAA"))));

		assertThat(responses()).containsExactly(EventResponseType.FAIL, EventResponseType.PASS);
	}

	@Test
	void customChallengeWhenAnswerIsWrongThenOneFail() {
		this.pool.addAlice();
		String session = this.pool.initiate(AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", "alice")).session();

		assertFails(() -> this.pool.respond(ChallengeNameType.CUSTOM_CHALLENGE, session,
				Map.of("USERNAME", "alice", "ANSWER", "wrong")));

		assertThat(responses()).containsExactly(EventResponseType.FAIL);
	}

	@Test
	void eventsWhenSnapshotIsRestoredThenAsBefore() {
		this.pool.addAlice();
		this.pool.signIn("alice");
		PoolSnapshot snapshot = this.pool.cognito.snapshot();
		List<AuthEventType> before = events();
		this.pool.signIn("alice");

		this.pool.cognito.restore(snapshot);

		assertThat(events()).isEqualTo(before);
	}

	private void confirm(String code) {
		this.pool.client.confirmForgotPassword((request) -> request.clientId(this.pool.clientId())
			.username("alice")
			.confirmationCode(code)
			.password(TestPool.OTHER_PASSWORD));
	}

	private void secondFactor(String session, String code) {
		this.pool.respond(ChallengeNameType.SOFTWARE_TOKEN_MFA, session,
				Map.of("USERNAME", "alice", "SOFTWARE_TOKEN_MFA_CODE", code));
	}

	private static void assertFails(ThrowingCallable signIn) {
		assertThatExceptionOfType(CognitoIdentityProviderException.class).isThrownBy(signIn);
	}

	private List<EventResponseType> responses() {
		return events().stream().map(AuthEventType::eventResponse).toList();
	}

	private List<AuthEventType> events() {
		return this.iam
			.adminListUserAuthEvents((request) -> request.userPoolId(this.pool.cognito.userPoolId()).username("alice"))
			.authEvents();
	}

}
