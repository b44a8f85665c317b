package io.cognitex;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.RecordedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Sign-ins that take too long, are answered twice or by the wrong person, or lead where
 * nobody knows.
 */
class SignInSessionTests {

	private final TestClock clock = new TestClock(Instant.now());

	private final EmbeddedCognito cognito = TestPools.builder(this.clock)
		.mfa("OPTIONAL", "SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")
		.start();

	private final CognitoAccountManager accounts = TestAccounts.builder(this.cognito).clock(this.clock).build();

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "USER_SRP_AUTH", "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH" })
	void authenticateWhenFlowNeedsAPasswordThenRefusedWithoutACall(SignInFlow flow) {
		SignInRequest request = SignInRequest.forUser("alice").withFlow(flow);

		CognitoException ex = catchThrowableOfType(CognitoException.class, () -> this.accounts.authenticate(request));

		assertThat(ex).hasMessage("The flow needs a password");
		assertThat(ex.error()).isEqualTo(CognitoError.INVALID_PARAMETER);
		assertThat(this.cognito.calls()).isEmpty();
	}

	@Test
	void respondWhenItTookTooLongThenExpired() {
		SignInChallenge.EmailOtp code = emailOtp("alice");
		this.cognito.addUser(TestPerson.named("bob").status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		SignInChallenge.NewPasswordRequired newPassword = (SignInChallenge.NewPasswordRequired) this.accounts
			.authenticate("bob", TestPerson.PASSWORD);
		SignInAnswer.Code answer = code.answer(code("alice"));
		this.clock.advance(Duration.ofMinutes(15).plusSeconds(1));

		assertExpired(answer);
		assertExpired(newPassword.answer(TestPerson.NEW_PASSWORD, Map.of()));
	}

	@Test
	void respondWhenAuthenticatorAppTookTooLongThenExpired() {
		try (EmbeddedCognito required = TestPools.builder(this.clock).mfa("ON", "SOFTWARE_TOKEN_MFA").start();
				CognitoAccountManager accounts = TestAccounts.builder(required).clock(this.clock).build()) {
			required.addUser(EmbeddedUser.named("alice").password(TestPerson.PASSWORD).build());
			SignInChallenge.MfaSetup setup = (SignInChallenge.MfaSetup) accounts.authenticate("alice",
					TestPerson.PASSWORD);
			SignInChallenge.SoftwareTokenSetup token = (SignInChallenge.SoftwareTokenSetup) accounts
				.respond(setup.choose("SOFTWARE_TOKEN_MFA"));
			this.clock.advance(Duration.ofMinutes(15).plusSeconds(1));
			String code = TestTotp.code(token.secretCode(), this.clock.instant());

			for (SignInAnswer answer : List.of(setup.choose("SOFTWARE_TOKEN_MFA"), token.answer(code))) {
				CognitoException ex = catchThrowableOfType(CognitoException.class, () -> accounts.respond(answer));
				assertThat(ex.error()).isEqualTo(CognitoError.SESSION_EXPIRED);
				assertThat(ex.status()).isEqualTo("NotAuthorizedException");
			}
		}
	}

	@Test
	void respondWhenAnswerIsSubmittedTwiceAtOnceThenOneOfThemLeadsOn() throws Exception {
		SignInChallenge.EmailOtp challenge = emailOtp("alice");
		SignInAnswer answer = challenge.answer(code("alice"));
		Callable<Object> submit = () -> {
			try {
				return this.accounts.respond(answer);
			}
			catch (CognitoException ex) {
				return ex.error();
			}
		};

		ExecutorService executor = Executors.newFixedThreadPool(2);
		try {
			List<Future<Object>> results = executor.invokeAll(List.of(submit, submit));

			assertThat(List.of(results.get(0).get(), results.get(1).get())).anyMatch(SignIn.Completed.class::isInstance)
				.contains(CognitoError.SESSION_EXPIRED);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void respondWhenSessionIsAnotherUsersThenRefused() {
		SignInChallenge.EmailOtp alice = emailOtp("alice");
		SignInChallenge.EmailOtp bob = emailOtp("bob");
		SignInChallenge.EmailOtp swapped = new SignInChallenge.EmailOtp(
				alice.progress().withSession(bob.progress().session()), alice.codeDelivery());

		assertExpired(swapped.answer(code("bob")));
		assertExpired(swapped.answer(code("alice")));
	}

	@Test
	void respondWhenSignInIsThatOfAnAdministratorThenSoAreTheAnswers() {
		this.cognito.addUser(TestPerson.named("alice").mfa("EMAIL_OTP").build());
		SignInChallenge.EmailOtp challenge = (SignInChallenge.EmailOtp) this.accounts
			.authenticate(SignInRequest.withPassword("alice@example.com", TestPerson.PASSWORD)
				.withFlow(SignInFlow.ADMIN_USER_PASSWORD_AUTH));

		SignIn signIn = this.accounts.respond(challenge.answer(code("alice")));

		assertThat(signIn).isInstanceOf(SignIn.Completed.class);
		assertThat(this.cognito.calls()).extracting(RecordedCall::operation)
			.containsExactly("AdminInitiateAuth", "AdminRespondToAuthChallenge");
		assertThat(this.cognito.calls()).extracting(RecordedCall::username)
			.containsExactly("alice@example.com", "alice");
	}

	@Test
	void respondWhenTriggersHaveEnoughThenOver() {
		this.cognito.addUser(TestPerson.named("alice").build());
		SignInRequest request = SignInRequest.forUser("alice").withFlow(SignInFlow.CUSTOM_AUTH);
		SignInChallenge.CustomChallenge first = (SignInChallenge.CustomChallenge) this.accounts.authenticate(request);
		SignInChallenge.CustomChallenge second = (SignInChallenge.CustomChallenge) this.accounts
			.respond(first.answer("40"));

		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.respond(second.answer("41")));

		assertThat(first.parameters()).containsExactlyEntriesOf(Map.of("riddle", "6 * 7"));
		assertThat(second.progress().factors()).isEmpty();
		assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "BRAND_NEW", "DEVICE_SRP_AUTH", "PASSWORD_VERIFIER", "" })
	void respondWhenNextChallengeIsUnknownThenNoSuccessEvenWithTokens(String name) throws IOException {
		try (StubCognito stub = new StubCognito();
				CognitoAccountManager accounts = TestAccounts.builder(stub.endpoint()).build()) {
			stub.answer(200, """
					{"ChallengeName": "%s", "Session": "another-session-0123456789", "ChallengeParameters": {},
					"AuthenticationResult": {"AccessToken": "a", "IdToken": "i", "ExpiresIn": 3600}}"""
				.formatted(name));

			SignIn signIn = accounts.respond(TestChallenges.smsMfa().answer("123456"));

			assertThat(signIn).isInstanceOfSatisfying(SignInChallenge.Unsupported.class,
					(challenge) -> assertThat(challenge.name()).isEqualTo(name));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"ChallengeParameters\": {}}", "{\"AuthenticationResult\": {}}",
			"{\"AuthenticationResult\": {\"AccessToken\": \"a\"}}", "{\"Session\": \"another-session-0123456789\"}",
			"{\"ChallengeName\": null, \"AuthenticationResult\": null}" })
	void respondWhenTokensAreMissingThenUnavailable(String body) throws IOException {
		try (StubCognito stub = new StubCognito();
				CognitoAccountManager accounts = TestAccounts.builder(stub.endpoint()).build()) {
			stub.answer(200, body);

			CognitoException ex = catchThrowableOfType(CognitoException.class,
					() -> accounts.respond(TestChallenges.smsMfa().answer("123456")));

			assertThat(ex.error()).isEqualTo(CognitoError.SERVICE_UNAVAILABLE);
		}
	}

	private SignInChallenge.EmailOtp emailOtp(String username) {
		this.cognito.addUser(TestPerson.named(username).mfa("EMAIL_OTP").build());
		return (SignInChallenge.EmailOtp) this.accounts.authenticate(username, TestPerson.PASSWORD);
	}

	private String code(String username) {
		return this.cognito.lastMessage(username).orElseThrow().code();
	}

	private void assertExpired(SignInAnswer answer) {
		CognitoException ex = catchThrowableOfType(CognitoException.class, () -> this.accounts.respond(answer));

		assertThat(ex).as("refusal").isNotNull();
		assertThat(ex.error()).isEqualTo(CognitoError.SESSION_EXPIRED);
		assertThat(ex.status()).isEqualTo("NotAuthorizedException");
	}

}
