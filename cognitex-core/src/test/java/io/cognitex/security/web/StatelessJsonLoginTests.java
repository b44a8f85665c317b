package io.cognitex.security.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.secretwatch.Secrets;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.security.TestTokens;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

/**
 * Tests for {@link CognitoJsonLoginConfigurer} without a session, against an embedded
 * pool.
 */
class StatelessJsonLoginTests {

	private static final String PASSWORD = "Passw0rd!";

	private final EmbeddedCognito pool = EmbeddedCognito.builder().mfa("OPTIONAL", "SMS_MFA", "EMAIL_OTP").start();

	private TestApplication application = application(CognitoJsonLoginConfigurer::stateless);

	private TestApplication application(UnaryOperator<CognitoJsonLoginConfigurer> settings) {
		return TestApplication.with(accounts())
			.bean(CognitoTokenVerifier.class,
					CognitoTokenVerifier.builder().issuer(this.pool.issuer()).clientIds(this.pool.clientId()).build())
			.start((http) -> http.with(new CognitoJsonLoginConfigurer(), settings::apply)
				.with(new CognitoAccessTokenConfigurer()));
	}

	private CognitoAccountManager accounts() {
		return CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.build();
	}

	StatelessJsonLoginTests() {
		this.pool.addUser(user("plain").build());
		this.pool.addUser(user("mail").mfa("EMAIL_OTP").build());
		this.pool.addUser(user("other").mfa("EMAIL_OTP").build());
		this.pool
			.addUser(user("both").attribute("phone_number", "+15555550123").mfa("SMS_MFA").mfa("EMAIL_OTP").build());
	}

	private static EmbeddedUser.Builder user(String username) {
		return EmbeddedUser.named(username).password(PASSWORD).attribute("email", username + "@example.com");
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pool.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data" })
	void loginWhenAnotherSiteCouldHaveSentItThenUnsupported(String contentType) {
		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login/json")
			.contentType(MediaType.parseMediaType(contentType))
			.content(TestJsonClient.json("username", "plain", "password", PASSWORD))
			.exchange();

		assertThat(result).hasStatus(415);
		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void loginWhenPasswordIsWrongThenRefusedWithoutASession() {
		MvcTestResult result = login("plain", "Wr0ng-Passw0rd!");

		assertThat(result).hasStatus(401);
		assertThat(TestJsonClient.body(result)).containsEntry("reason", "BAD_CREDENTIALS");
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void loginWhenChallengedThenHandleIsOpaqueAndNothingIsKept() {
		MvcTestResult result = login("mail", PASSWORD);

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito challenge=\"EMAIL_OTP\"");
		assertThat(handle(result)).matches("[A-Za-z0-9_-]{100,}");
		assertThat(TestJsonClient.body(result)).containsOnlyKeys("type", "challenge", "parameters", "handle", "title",
				"status", "detail");
		assertThat(result.getRequest().getSession(false)).isNull();
		assertThat(result.getResponse().getHeaderNames()).doesNotContain("Set-Cookie");
	}

	@Test
	void answerWhenThereIsNoHandleThenBadRequest() {
		assertThat(post("/login/json/challenge", TestJsonClient.json("challenge", "EMAIL_OTP", "code", "123456")))
			.hasStatus(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "made-up", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void answerWhenHandleIsMadeUpThenStartOver(String handle) {
		assertStartOver(answer(handle, "EMAIL_OTP", "code", "123456"));

		assertThat(this.pool.calls()).isEmpty();
	}

	@Test
	void answerWhenHandleIsMadeUpAndSomebodyHasASessionThenTheirTokensStayOnTheServer() {
		CognitoAuthentication user = new CognitoAuthentication(
				new CognitoPrincipal("alice", TestTokens.SUBJECT, List.of(), Map.of(), List.of()), TestTokens.tokens(),
				List.of());

		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login/json/challenge")
			.with(authentication(user))
			.contentType(MediaType.APPLICATION_JSON)
			.content(TestJsonClient.json("challenge", "EMAIL_OTP", "handle", "made-up", "code", "123456"))
			.exchange();

		assertStartOver(result);
		assertThat(result).bodyText().doesNotContain("access_token");
	}

	@Test
	void answerWhenHandleIsOfAnotherClientThenStartOver() {
		String handle = handle(login("mail", PASSWORD));
		String code = code("mail");
		this.pool.clearCalls();

		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login/json/challenge")
			.header("Origin", "https://evil.example.com")
			.contentType(MediaType.APPLICATION_JSON)
			.content(TestJsonClient.json("challenge", "EMAIL_OTP", "handle", handle, "code", code))
			.exchange();

		assertStartOver(result);
		assertThat(this.pool.calls()).isEmpty();
		assertThat(answer(handle, "EMAIL_OTP", "code", code)).hasStatusOk();
	}

	@Test
	void answerWhenApplicationBindsHandlesToSomethingElseThenThatCounts() {
		try (TestApplication bound = application((login) -> login.stateless()
			.clientResolver((request) -> String.valueOf(request.getHeader("X-Device"))))) {
			String handle = handle(login(bound, "mail"));
			String body = TestJsonClient.json("challenge", "EMAIL_OTP", "handle", handle, "code", code("mail"));

			assertStartOver(bound.mvc()
				.post()
				.uri("/login/json/challenge")
				.header("X-Device", "another")
				.contentType(MediaType.APPLICATION_JSON)
				.content(body)
				.exchange());
			assertThat(post(bound.mvc(), "/login/json/challenge", body)).hasStatusOk();
		}
	}

	@Test
	void answerWhenHandleHasExpiredThenStartOver() {
		Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(61));
		SecretKey key = key();
		try (TestApplication now = application((login) -> login.handleKeys(key).handleValidity(Duration.ofMinutes(1)));
				TestApplication afterwards = application((login) -> login.handleKeys(key).clock(later))) {
			String handle = handle(login(now, "mail"));
			this.pool.clearCalls();

			assertStartOver(answer(afterwards, handle, code("mail")));

			assertThat(this.pool.calls()).isEmpty();
		}
	}

	@Test
	void answerWhenAnotherNodeHasNotTheKeyThenStartOver() {
		try (TestApplication another = application(CognitoJsonLoginConfigurer::stateless)) {
			assertStartOver(answer(another, handle(login("mail", PASSWORD)), code("mail")));
		}
	}

	@Test
	void answerWhenAnotherNodeHasTheKeyThenLoggedIn() {
		SecretKey key = key();
		SecretKey replacement = key();
		try (TestApplication one = application((login) -> login.handleKeys(key));
				TestApplication another = application((login) -> login.handleKeys(replacement, key))) {
			assertThat(answer(another, handle(login(one, "mail")), code("mail"))).hasStatusOk();
		}
	}

	@Test
	void answerWhenCodeIsWrongThenTheSameHandleGoesOn() {
		String handle = handle(login("mail", PASSWORD));

		MvcTestResult wrong = answer(handle, "EMAIL_OTP", "code", "00000000");

		assertThat(TestJsonClient.body(wrong)).containsEntry("reason", "WRONG_CODE").containsEntry("handle", handle);
		assertThat(answer(handle, "EMAIL_OTP", "code", code("mail"))).hasStatusOk();
	}

	@Test
	void answerWhenCodeIsOfAnotherUserThenNoTokens() {
		String handle = handle(login("mail", PASSWORD));
		login("other", PASSWORD);

		MvcTestResult result = answer(handle, "EMAIL_OTP", "code", code("other"));

		assertThat(result).hasStatus(401).bodyText().doesNotContain("access_token");
	}

	@Test
	void answerWhenHandleIsOfAnEarlierStepThenStartOver() {
		String first = handle(login("both", PASSWORD));
		String second = handle(answer(first, "SELECT_MFA_TYPE", "choice", "SMS_MFA"));

		assertStartOver(answer(first, "SELECT_MFA_TYPE", "choice", "EMAIL_OTP"));
		assertThat(answer(second, "SMS_MFA", "code", code("both"))).hasStatusOk();
	}

	@Test
	void answerWhenSentTwiceThenTokensOnce() {
		String handle = handle(login("mail", PASSWORD));
		String code = code("mail");

		assertThat(answer(handle, "EMAIL_OTP", "code", code)).hasStatusOk();

		assertStartOver(answer(handle, "EMAIL_OTP", "code", code));
	}

	@Test
	void answerWhenRightThenTokensAndNoSession() {
		String handle = handle(login("mail", PASSWORD));

		MvcTestResult result = answer(handle, "EMAIL_OTP", "code", code("mail"));

		assertThat(result).hasStatusOk().hasContentType("application/json").hasHeader("Cache-Control", "no-store");
		assertThat(TestJsonClient.body(result))
			.containsOnlyKeys("access_token", "token_type", "expires_in", "refresh_token", "id_token")
			.containsEntry("token_type", "Bearer")
			.hasEntrySatisfying("expires_in", (seconds) -> assertThat((Long) seconds).isBetween(3000L, 3600L));
		assertThat(result.getRequest().getSession(false)).isNull();
		MvcTestResult me = this.application.mvc()
			.get()
			.uri("/me")
			.header("Authorization", "Bearer " + TestJsonClient.body(result).get("access_token"))
			.exchange();
		assertThat(me).hasStatusOk().bodyText().startsWith("mail mail@example.com");
	}

	@Test
	void requestWhenThereIsNoTokenThenUnauthorizedAndNoPage() {
		MvcTestResult result = this.application.mvc().get().uri("/me").accept(MediaType.APPLICATION_JSON).exchange();

		assertThat(result).hasStatus(401).hasContentType("application/problem+json");
	}

	@Test
	void startWhenChainKeepsNoSessionsAndLoginWouldNeedOneThenRefused() {
		TestApplication sessionless = TestApplication.with(accounts());

		assertThatException()
			.isThrownBy(() -> sessionless.start((http) -> http
				.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.with(new CognitoJsonLoginConfigurer())))
			.havingRootCause()
			.isInstanceOf(IllegalStateException.class)
			.withMessageContaining("stateless()");
	}

	@Test
	void handleKeysWhenNotForAesThenRefused() {
		CognitoJsonLoginConfigurer login = new CognitoJsonLoginConfigurer();

		assertThatIllegalArgumentException().isThrownBy(login::handleKeys);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> login.handleKeys(new SecretKeySpec(new byte[32], "HmacSHA256")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> login.handleKeys(key(), new SecretKeySpec(new byte[15], "AES")));
		assertThatIllegalArgumentException().isThrownBy(() -> login.handleValidity(Duration.ZERO));
	}

	private static void assertStartOver(MvcTestResult result) {
		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito");
		assertThat(TestJsonClient.body(result)).containsEntry("reason", "SESSION_EXPIRED")
			.doesNotContainKeys("handle", "challenge");
	}

	private static SecretKey key() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return new SecretKeySpec(bytes, "AES");
	}

	private String code(String username) {
		return this.pool.lastMessage(username).orElseThrow().code();
	}

	private static String handle(MvcTestResult result) {
		String handle = (String) TestJsonClient.body(result).get("handle");
		Secrets.add("handle", handle);
		return handle;
	}

	private MvcTestResult login(String username, String password) {
		return post("/login/json", TestJsonClient.json("username", username, "password", password));
	}

	private static MvcTestResult login(TestApplication application, String username) {
		return post(application.mvc(), "/login/json", TestJsonClient.json("username", username, "password", PASSWORD));
	}

	private MvcTestResult answer(String handle, String challenge, String name, String value) {
		return post("/login/json/challenge",
				TestJsonClient.json("challenge", challenge, "handle", handle, name, value));
	}

	private static MvcTestResult answer(TestApplication application, String handle, String code) {
		return post(application.mvc(), "/login/json/challenge",
				TestJsonClient.json("challenge", "EMAIL_OTP", "handle", handle, "code", code));
	}

	private MvcTestResult post(String url, String body) {
		return post(this.application.mvc(), url, body);
	}

	private static MvcTestResult post(MockMvcTester mvc, String url, String body) {
		return mvc.post().uri(url).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

}
