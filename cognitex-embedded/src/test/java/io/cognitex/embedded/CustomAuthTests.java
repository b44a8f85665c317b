package io.cognitex.embedded;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import io.cognitex.embedded.trigger.TriggerEvent;
import io.cognitex.embedded.trigger.TriggerType;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * CUSTOM_AUTH, with and without SRP first: a riddle that may be tried twice.
 */
class CustomAuthTests {

	@AutoClose
	private final TestPool pool = TestPool.start(CustomAuthTests::riddle);

	@Test
	void initiateWhenTriggersAreMissingThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.explicitAuthFlows("ALLOW_CUSTOM_AUTH"))) {
			pool.addAlice();

			assertInvalidParameter(() -> pool.initiate(AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", "alice")),
					"Custom auth lambda trigger is not configured for the user pool.");
		}
	}

	@Test
	void initiateWhenFirstTriggerNamesNothingThenInvalidResponse() {
		try (TestPool pool = TestPool
			.start((builder) -> riddle(builder).trigger(TriggerType.DEFINE_AUTH_CHALLENGE, (event) -> {
			}))) {
			pool.addAlice();

			assertRefused(() -> pool.initiate(AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", "alice")),
					"InvalidLambdaResponseException",
					"DefineAuthChallenge has answered with a challenge that cannot come next.");
		}
	}

	@Test
	void initiateWhenUserIsDisabledThenRefused() {
		this.pool.cognito.addUser(TestUsers.alice().enabled(false).build());

		assertNotAuthorized(this::start, "User is disabled.");
	}

	@Test
	void answerWhenWrongTooOftenThenRefused() {
		this.pool.addAlice();

		String session = start().session();
		RespondToAuthChallengeResponse second = answer(session, "41");

		assertThat(second.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
		assertThat(second.session()).isNotEqualTo(session);
		assertNotAuthorized(() -> answer(second.session(), "43"), INCORRECT);
	}

	@Test
	void answerWhenSessionIsForgedReplayedOrAnothersThenRefused() {
		this.pool.addAlice();
		this.pool.cognito.addUser(EmbeddedUser.named("bob").password(TestPool.PASSWORD).build());
		String session = start().session();

		assertNotAuthorized(() -> answer("forged-session-forged-session", "42"), "Invalid session for the user.");
		assertNotAuthorized(() -> this.pool.respond(ChallengeNameType.CUSTOM_CHALLENGE, session,
				Map.of("USERNAME", "bob", "ANSWER", "42")), "Invalid session for the user.");
		answer(session, "42");
		assertNotAuthorized(() -> answer(session, "42"),
				"Invalid session for the user, session can only be used once.");
	}

	@Test
	void answerWhenSessionIsAnotherClientsThenRefused() {
		this.pool.addAlice();
		String otherClient = this.pool.cognito.addClient();
		String session = start().session();

		assertNotAuthorized(() -> this.pool.client.respondToAuthChallenge((request) -> request.clientId(otherClient)
			.challengeName(ChallengeNameType.CUSTOM_CHALLENGE)
			.session(session)
			.challengeResponses(Map.of("USERNAME", "alice", "ANSWER", "42"))), "Invalid session for the user.");
		assertThat(answer(session, "42").authenticationResult()).isNotNull();
	}

	@Test
	void answerWhenSecretHashIsMissingOrWrongThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> riddle(builder).generateClientSecret(true))) {
			pool.addAlice();
			String session = pool
				.initiate(AuthFlowType.CUSTOM_AUTH,
						Map.of("USERNAME", "alice", "SECRET_HASH", pool.secretHash("alice")))
				.session();

			assertNotAuthorized(
					() -> pool.respond(ChallengeNameType.CUSTOM_CHALLENGE, session,
							Map.of("USERNAME", "alice", "ANSWER", "42")),
					"Client " + pool.clientId() + " is configured with secret but SECRET_HASH was not received");
			assertNotAuthorized(
					() -> pool.respond(ChallengeNameType.CUSTOM_CHALLENGE, session,
							Map.of("USERNAME", "alice", "ANSWER", "42", "SECRET_HASH", pool.secretHash("bob"))),
					"Unable to verify secret hash for client " + pool.clientId());
			assertThat(pool
				.respond(ChallengeNameType.CUSTOM_CHALLENGE, session,
						Map.of("USERNAME", "alice", "ANSWER", "42", "SECRET_HASH", pool.secretHash("alice")))
				.authenticationResult()).isNotNull();
		}
	}

	@Test
	void srpFirstWhenTriggersLetInAfterThePasswordThenSecondFactorIsAsked() {
		try (TestPool pool = withSecondFactor(
				(builder) -> builder.trigger(TriggerType.DEFINE_AUTH_CHALLENGE, CustomAuthTests::passwordIsEnough))) {
			SrpClient srp = new SrpClient();
			InitiateAuthResponse verifier = pool.initiate(AuthFlowType.CUSTOM_AUTH,
					Map.of("USERNAME", "alice", "CHALLENGE_NAME", "SRP_A", "SRP_A", srp.publicValue()));

			RespondToAuthChallengeResponse asked = pool.respond(ChallengeNameType.PASSWORD_VERIFIER, verifier.session(),
					srp.responses(pool.cognito.userPoolId(), verifier.challengeParameters(), TestPool.PASSWORD));

			assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
			assertThat(asked.authenticationResult()).isNull();
			assertThat(pool
				.respond(ChallengeNameType.EMAIL_OTP, asked.session(),
						Map.of("USERNAME", "alice", "EMAIL_OTP_CODE", pool.lastCode("alice")))
				.authenticationResult()).isNotNull();
		}
	}

	@Test
	void answerWhenUserHasSecondFactorThenTheRiddleStandsForIt() {
		try (TestPool pool = withSecondFactor((builder) -> builder)) {
			String session = pool.initiate(AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", "alice")).session();

			assertThat(pool
				.respond(ChallengeNameType.CUSTOM_CHALLENGE, session, Map.of("USERNAME", "alice", "ANSWER", "42"))
				.authenticationResult()).isNotNull();
			assertThat(pool.cognito.messages()).isEmpty();
		}
	}

	@Test
	void answerWhenUserDoesNotExistThenLikeAWrongOne() {
		InitiateAuthResponse asked = this.pool.initiate(AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", "nobody"));

		assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
		assertNotAuthorized(() -> this.pool.respond(ChallengeNameType.CUSTOM_CHALLENGE, asked.session(),
				Map.of("USERNAME", "nobody", "ANSWER", "42")), INCORRECT);
	}

	@Test
	void answerWhenRightThenTokens() {
		this.pool.addAlice();
		InitiateAuthResponse asked = start();

		RespondToAuthChallengeResponse response = answer(asked.session(), "42");

		assertThat(asked.challengeParameters()).containsOnly(Map.entry("riddle", "6 * 7"),
				Map.entry("USERNAME", "alice"));
		assertThat(this.pool.attributesOf(response.authenticationResult().accessToken())).containsEntry("email",
				"alice@example.com");
	}

	@Test
	void srpFirstWhenPasswordIsWrongThenRefused() {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		InitiateAuthResponse verifier = startWithSrp(srp);

		assertNotAuthorized(
				() -> this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, verifier.session(), srp
					.responses(this.pool.cognito.userPoolId(), verifier.challengeParameters(), "Wrong-Passw0rd")),
				INCORRECT);
	}

	@Test
	void srpFirstWhenSessionIsMissingThenRefused() {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		InitiateAuthResponse verifier = startWithSrp(srp);

		assertNotAuthorized(
				() -> this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, srp
					.responses(this.pool.cognito.userPoolId(), verifier.challengeParameters(), TestPool.PASSWORD)),
				"Invalid session for the user.");
	}

	@Test
	void srpFirstWhenPasswordIsRightThenRiddleAndTokens() {
		this.pool.addAlice();
		SrpClient srp = new SrpClient();
		InitiateAuthResponse verifier = startWithSrp(srp);

		RespondToAuthChallengeResponse asked = this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER,
				verifier.session(),
				srp.responses(this.pool.cognito.userPoolId(), verifier.challengeParameters(), TestPool.PASSWORD));
		RespondToAuthChallengeResponse response = answer(asked.session(), "42");

		assertThat(verifier.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
		assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
		assertThat(response.authenticationResult().accessToken()).isNotEmpty();
	}

	private InitiateAuthResponse start() {
		return this.pool.initiate(AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", "alice"));
	}

	private InitiateAuthResponse startWithSrp(SrpClient srp) {
		return this.pool.initiate(AuthFlowType.CUSTOM_AUTH,
				Map.of("USERNAME", "alice", "CHALLENGE_NAME", "SRP_A", "SRP_A", srp.publicValue()));
	}

	private RespondToAuthChallengeResponse answer(String session, String answer) {
		return this.pool.respond(ChallengeNameType.CUSTOM_CHALLENGE, session,
				Map.of("USERNAME", "alice", "ANSWER", answer));
	}

	private static TestPool withSecondFactor(UnaryOperator<EmbeddedCognitoBuilder> settings) {
		TestPool pool = TestPool.start((builder) -> settings.apply(riddle(builder).mfa("OPTIONAL", "EMAIL_OTP")));
		pool.cognito.addUser(TestUsers.alice().mfa("EMAIL_OTP").build());
		return pool;
	}

	private static void passwordIsEnough(TriggerEvent event) {
		List<?> session = (List<?>) Objects.requireNonNull(event.request().get("session"));
		if (session.size() < 2) {
			event.respond("challengeName", "PASSWORD_VERIFIER");
		}
		else {
			event.respond("issueTokens", true);
		}
	}

	static EmbeddedCognitoBuilder riddle(EmbeddedCognitoBuilder builder) {
		return builder.explicitAuthFlows("ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH")
			.trigger(TriggerType.DEFINE_AUTH_CHALLENGE, CustomAuthTests::define)
			.trigger(TriggerType.CREATE_AUTH_CHALLENGE, (event) -> {
				event.respond("publicChallengeParameters", Map.of("riddle", "6 * 7"));
				event.respond("privateChallengeParameters", Map.of("answer", "42"));
				event.respond("challengeMetadata", "RIDDLE");
			})
			.trigger(TriggerType.VERIFY_AUTH_CHALLENGE_RESPONSE, (event) -> {
				Map<?, ?> known = (Map<?, ?>) Objects.requireNonNull(event.request().get("privateChallengeParameters"));
				event.respond("answerCorrect",
						Objects.equals(known.get("answer"), event.request().get("challengeAnswer")));
			});
	}

	private static void define(TriggerEvent event) {
		List<?> session = (List<?>) Objects.requireNonNull(event.request().get("session"));
		Map<?, ?> last = session.isEmpty() ? Map.of() : (Map<?, ?>) session.get(session.size() - 1);
		long riddles = session.stream()
			.filter((step) -> "RIDDLE".equals(((Map<?, ?>) step).get("challengeMetadata")))
			.count();
		if ("SRP_A".equals(last.get("challengeName"))) {
			event.respond("challengeName", "PASSWORD_VERIFIER");
		}
		else if (riddles > 0 && Boolean.TRUE.equals(last.get("challengeResult"))) {
			event.respond("issueTokens", true);
		}
		else if (riddles == 2) {
			event.respond("failAuthentication", true);
		}
		else {
			event.respond("challengeName", "CUSTOM_CHALLENGE");
		}
	}

}
