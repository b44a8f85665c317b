package io.cognitex.security.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignInFlow;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.embedded.PoolSnapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for {@link CognitoJsonLoginConfigurer} with a session, against an embedded pool.
 */
class CognitoJsonLoginConfigurerTests {

	private static final String PASSWORD = "Passw0rd!";

	private static final String WRONG = "{\"reason\":\"BAD_CREDENTIALS\",\"title\":\"Unauthorized\",\"status\":401,"
			+ "\"detail\":\"The username or password is not correct.\"}";

	private static final EmbeddedCognito POOL = pool();

	private static final TestApplication APPLICATION = application(POOL, SignInFlow.USER_SRP_AUTH);

	private static final PoolSnapshot SNAPSHOT = POOL.snapshot();

	private EmbeddedCognito pool = POOL;

	private TestApplication application = APPLICATION;

	private TestJsonClient client = new TestJsonClient(APPLICATION);

	private static EmbeddedCognito pool() {
		EmbeddedCognito pool = EmbeddedCognito.builder()
			.mfa("OPTIONAL", "SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP")
			.start();
		pool.addUser(user("plain").group("admin").build());
		pool.addUser(user("mail").mfa("EMAIL_OTP").build());
		pool.addUser(user("both").attribute("phone_number", "+15555550123").mfa("SMS_MFA").mfa("EMAIL_OTP").build());
		pool.addUser(user("newcomer").status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		return pool;
	}

	private static TestApplication application(EmbeddedCognito pool, SignInFlow flow) {
		CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(pool.userPoolId())
			.clientId(pool.clientId())
			.endpoint(pool.endpoint())
			.issuer(pool.issuer())
			.signInFlow(flow)
			.build();
		return TestApplication.with(accounts)
			.start((http) -> http.with(new CognitoLoginConfigurer())
				.with(new CognitoJsonLoginConfigurer(), (login) -> login.passwordless(flow == SignInFlow.USER_AUTH)));
	}

	@BeforeEach
	void restore() {
		POOL.clearFaults();
		POOL.restore(SNAPSHOT);
		POOL.clearCalls();
		APPLICATION.events().clear();
	}

	@AfterAll
	static void stop() {
		APPLICATION.close();
		POOL.close();
	}

	private static EmbeddedUser.Builder user(String username) {
		return EmbeddedUser.named(username).password(PASSWORD).attribute("email", username + "@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login/json", "/login/json/challenge" })
	void postWhenCsrfTokenIsMissingThenForbidden(String url) {
		this.client.login("mail", PASSWORD);
		String code = code("mail");
		this.pool.clearCalls();

		MvcTestResult result = this.application.mvc()
			.post()
			.uri(url)
			.session(this.client.session())
			.contentType(MediaType.APPLICATION_JSON)
			.content(TestJsonClient.json("challenge", "EMAIL_OTP", "code", code))
			.exchange();

		assertThat(result).hasStatus(403);
		assertThat(this.pool.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login/json", "/login/json/challenge" })
	void postWhenItIsAFormThenUnsupported(String url) {
		MvcTestResult result = this.application.mvc()
			.post()
			.uri(url)
			.with(csrf())
			.param("username", "plain")
			.param("password", PASSWORD)
			.exchange();

		assertThat(result).hasStatus(415).hasContentType("application/problem+json");
		assertThat(this.pool.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"username\":\"plain\"", "{\"password\":\"Passw0rd!\"}",
			"{\"username\":\"plain\"}", "{\"username\":\"plain\",\"preferredChallenge\":\"EMAIL_OTP\"}",
			"{\"username\":1,\"password\":\"Passw0rd!\"}",
			"{\"username\":\"plain\",\"password\":\"Passw0rd!\",\"admin\":true}",
			"{\"username\":\"plain\",\"preferredChallenge\":\"SOFTWARE_TOKEN_MFA\"}",
			"{\"username\":\"plain\",\"username\":\"mail\",\"password\":\"Passw0rd!\"}" })
	void loginWhenBodyIsNotWhatItHasToBeThenBadRequest(String body) {
		MvcTestResult result = this.client.post("/login/json", body);

		assertThat(result).hasStatus(400).hasContentType("application/problem+json");
		assertThat(result).bodyText().doesNotContain("Passw0rd!");
		assertThat(this.pool.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "nobody", "nobody@example.com", "" })
	void loginWhenPasswordIsWrongOrUserIsUnknownThenTheSame(String username) {
		MvcTestResult result = this.client.login(username, "Wr0ng-Passw0rd!");

		assertThat(result).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Cognito")
			.hasHeader("Cache-Control", "no-store");
		assertThat(result).bodyText().isEqualTo(WRONG);
		assertThat(this.client.isLoggedIn()).isFalse();
	}

	@Test
	void loginWhenPasswordIsWrongAndFormLoginStandsBesideThenSentOnce() {
		this.client.login("plain", "Wr0ng-Passw0rd!");

		assertThat(this.pool.calls()).extracting("operation").containsExactly("InitiateAuth", "RespondToAuthChallenge");
	}

	@Test
	void loginWhenCognitoIsDownThenServiceUnavailable() {
		this.pool.addFault(Fault.internalError());

		MvcTestResult result = this.client.login("plain", PASSWORD);

		assertThat(result).hasStatus(503).hasHeader("Retry-After", "5").doesNotContainHeader("WWW-Authenticate");
		assertThat(TestJsonClient.body(result)).containsEntry("reason", "UNAVAILABLE");
	}

	@Test
	void requestWhenNobodyIsLoggedInThenProblemAndNoPage() {
		assertThat(this.client.get("/me")).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Cognito")
			.hasContentType("application/problem+json");
	}

	@Test
	void answerWhenNoLoginIsUnderWayThenSaysSo() {
		MvcTestResult result = this.client.answer("challenge", "EMAIL_OTP", "code", "123456");

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito");
		assertThat(TestJsonClient.body(result)).containsEntry("reason", "SESSION_EXPIRED").doesNotContainKey("type");
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void loginWhenChallengedThenProblemTellsWhatIsNeededAndNobodyIsLoggedIn() {
		MvcTestResult result = this.client.login("mail", PASSWORD);

		assertThat(result).hasStatus(401)
			.hasContentType("application/problem+json")
			.hasHeader("WWW-Authenticate", "Cognito challenge=\"EMAIL_OTP\"")
			.bodyText()
			.isEqualTo("{\"type\":\"urn:cognitex:challenge\",\"challenge\":\"EMAIL_OTP\",\"parameters\":"
					+ "{\"deliveryMedium\":\"EMAIL\",\"destination\":\"m***@e***\"},\"title\":\"Unauthorized\","
					+ "\"status\":401,\"detail\":\"This login needs another step.\"}");
		assertThat(this.client.isLoggedIn()).isFalse();
		assertThat(this.client.get("/me")).hasStatus(401);
		assertThat(SessionContents.of(this.client.session())).doesNotContain(PASSWORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\":\"123456\"}", "{\"challenge\":\"EMAIL_OTP\"}",
			"{\"challenge\":\"EMAIL_OTP\",\"choice\":\"SMS_MFA\"}", "{\"challenge\":\"EMAIL_OTP\",\"code\":123456}",
			"{\"challenge\":\"EMAIL_OTP\",\"code\":\"123456\",\"username\":\"plain\"}" })
	void answerWhenItDoesNotFitThenBadRequestAndTheStepStays(String body) {
		this.client.login("mail", PASSWORD);
		this.pool.clearCalls();

		assertThat(this.client.post("/login/json/challenge", body)).hasStatus(400);

		assertThat(this.pool.calls()).isEmpty();
		assertThat(this.client.answer("challenge", "EMAIL_OTP", "code", code("mail"))).hasStatusOk();
	}

	@Test
	void answerWhenToAnotherChallengeThenTheOneThatIsAskedIsRepeated() {
		this.client.login("both", PASSWORD);
		this.client.answer("challenge", "SELECT_MFA_TYPE", "choice", "SMS_MFA");
		this.pool.clearCalls();

		MvcTestResult again = this.client.answer("challenge", "SELECT_MFA_TYPE", "choice", "SMS_MFA");

		assertThat(again).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito challenge=\"SMS_MFA\"");
		assertThat(this.pool.calls()).isEmpty();
		assertThat(this.client.answer("challenge", "SMS_MFA", "code", code("both"))).hasStatusOk();
	}

	@Test
	void codeWhenWrongThenTheStepStays() {
		this.client.login("mail", PASSWORD);

		MvcTestResult result = this.client.answer("challenge", "EMAIL_OTP", "code", "00000000");

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito challenge=\"EMAIL_OTP\"");
		assertThat(TestJsonClient.body(result)).containsEntry("type", "urn:cognitex:challenge")
			.containsEntry("reason", "WRONG_CODE")
			.containsEntry("detail", "This code is not correct. Check it and try again.")
			.containsEntry("parameters", Map.of("deliveryMedium", "EMAIL", "destination", "m***@e***"));
		assertThat(this.client.answer("challenge", "EMAIL_OTP", "code", code("mail"))).hasStatusOk();
	}

	@Test
	void codeWhenWrongTooOftenThenTheLoginIsOver() {
		this.client.login("mail", PASSWORD);
		String code = code("mail");
		for (int i = 0; i < 4; i++) {
			assertThat(this.client.answer("challenge", "EMAIL_OTP", "code", "0000000" + i)).hasStatus(401);
		}

		MvcTestResult result = this.client.answer("challenge", "EMAIL_OTP", "code", "00000004");

		assertThat(result).hasStatus(429).hasHeader("Retry-After", "60");
		assertThat(TestJsonClient.body(result)).containsEntry("reason", "TOO_MANY_ATTEMPTS");
		assertThat(this.client.answer("challenge", "EMAIL_OTP", "code", code)).hasStatus(401);
		assertThat(this.client.isLoggedIn()).isFalse();
	}

	@Test
	void codeWhenTheLoginTookTooLongThenStartOver() {
		this.client.login("mail", PASSWORD);
		String code = code("mail");
		this.pool.advanceClock(Duration.ofMinutes(4));

		MvcTestResult result = this.client.answer("challenge", "EMAIL_OTP", "code", code);

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito");
		assertThat(TestJsonClient.body(result)).containsEntry("reason", "SESSION_EXPIRED");
		assertThat(this.client.isLoggedIn()).isFalse();
	}

	@Test
	void codeWhenCognitoIsDownThenTheStepStays() {
		this.client.login("mail", PASSWORD);
		this.pool.addFault(Fault.throttling());

		assertThat(this.client.answer("challenge", "EMAIL_OTP", "code", code("mail"))).hasStatus(503);
		this.pool.clearFaults();

		assertThat(this.client.answer("challenge", "EMAIL_OTP", "code", code("mail"))).hasStatusOk();
	}

	@Test
	void codeWhenOfAnotherUserThenNobodyIsLoggedIn() {
		this.client.login("both", PASSWORD);
		this.client.answer("challenge", "SELECT_MFA_TYPE", "choice", "EMAIL_OTP");
		TestJsonClient another = new TestJsonClient(this.application);
		another.login("mail", PASSWORD);

		assertThat(another.answer("challenge", "EMAIL_OTP", "code", code("both"))).hasStatus(401);

		assertThat(another.isLoggedIn()).isFalse();
	}

	@Test
	void codeWhenRightThenSessionWithANewId() {
		this.client.login("mail", PASSWORD);
		MockHttpSession session = this.client.session();
		String before = session.getId();

		MvcTestResult result = this.client.answer("challenge", "EMAIL_OTP", "code", code("mail"));

		assertThat(result).hasStatusOk().hasContentType("application/json").hasHeader("Cache-Control", "no-store");
		assertThat(TestJsonClient.body(result)).containsEntry("username", "mail")
			.containsEntry("authorities",
					List.of("FACTOR_EMAIL_OTP", "FACTOR_PASSWORD", "SCOPE_aws.cognito.signin.user.admin"));
		assertThat(session.getId()).isNotEqualTo(before);
		assertThat(this.client.get("/me")).hasStatusOk().bodyText().startsWith("mail mail@example.com");
		assertThat(this.application.events()).containsOnlyOnce("AuthenticationSuccessEvent",
				"InteractiveAuthenticationSuccessEvent");
		assertThat(SessionContents.of(session)).doesNotContain(PASSWORD, "PendingChallenge");
	}

	@Test
	void codeWhenSentTwiceThenBothAreAnsweredTheSameAndCognitoIsAskedOnce() {
		this.client.login("mail", PASSWORD);
		String code = code("mail");
		this.pool.clearCalls();

		MvcTestResult first = this.client.answer("challenge", "EMAIL_OTP", "code", code);
		MvcTestResult second = this.client.answer("challenge", "EMAIL_OTP", "code", code);

		assertThat(second).hasStatusOk();
		assertThat(TestJsonClient.body(second)).isEqualTo(TestJsonClient.body(first));
		assertThat(this.pool.calls()).hasSize(1);
		assertThat(this.application.events()).containsOnlyOnce("InteractiveAuthenticationSuccessEvent");
	}

	@Test
	void newPasswordWhenRefusedThenTheStepStays() {
		this.client.login("newcomer", PASSWORD);

		MvcTestResult result = this.client.answer("challenge", "NEW_PASSWORD_REQUIRED", "newPassword", "short");

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito challenge=\"NEW_PASSWORD_REQUIRED\"");
		assertThat(TestJsonClient.body(result)).containsEntry("reason", "NEW_PASSWORD_REFUSED")
			.containsEntry("parameters", Map.of("requiredAttributes", List.of()));
		assertThat(this.client.answer("challenge", "NEW_PASSWORD_REQUIRED", "newPassword", "N3w-Passw0rd!",
				"userAttributes", Map.of("name", "New Comer")))
			.hasStatus(400);
		assertThat(this.client.answer("challenge", "NEW_PASSWORD_REQUIRED", "newPassword", "N3w-Passw0rd!"))
			.hasStatusOk();
	}

	@Test
	void loginWhenThereIsNoPasswordThenTheUserChooses() {
		try (EmbeddedCognito userAuth = EmbeddedCognito.builder()
			.explicitAuthFlows("ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
			.allowedFirstAuthFactors("PASSWORD", "EMAIL_OTP")
			.start(); TestApplication application = application(userAuth, SignInFlow.USER_AUTH)) {
			userAuth.addUser(user("plain").build());
			TestJsonClient client = new TestJsonClient(application);

			MvcTestResult asked = client.begin("username", "plain");

			assertThat(asked).hasHeader("WWW-Authenticate", "Cognito challenge=\"SELECT_CHALLENGE\"");
			assertThat(TestJsonClient.body(asked)).containsEntry("parameters",
					Map.of("choices", List.of("PASSWORD", "EMAIL_OTP")));
			assertThat(client.answer("challenge", "SELECT_CHALLENGE", "choice", "PASSWORD"))
				.hasHeader("WWW-Authenticate", "Cognito challenge=\"PASSWORD\"");
			assertThat(client.answer("challenge", "PASSWORD", "password", PASSWORD)).hasStatusOk();
			assertThat(client.begin("username", "plain", "preferredChallenge", "EMAIL_OTP"))
				.hasHeader("WWW-Authenticate", "Cognito challenge=\"EMAIL_OTP\"");
		}
	}

	private String code(String username) {
		return this.pool.lastMessage(username).orElseThrow().code();
	}

}
