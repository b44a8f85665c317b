package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.cognitex.SignInChallenge;
import io.cognitex.TestChallenges;
import io.cognitex.CognitoError;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CognitoBasicAuthenticationEntryPoint} behind Spring Security's own
 * HTTP Basic.
 */
class CognitoBasicAuthenticationEntryPointTests {

	private static final String WRONG = "{\"title\":\"Unauthorized\",\"status\":401,"
			+ "\"detail\":\"The username or password is not correct.\"}";

	private TestApplication application = TestApplication.with(new StubAccountManager());

	@AfterEach
	void close() {
		this.application.close();
	}

	@Test
	void requestWhenThereAreNoCredentialsThenChallenged() {
		start(new StubAccountManager());

		MvcTestResult result = this.application.mvc().get().uri("/me").exchange();

		assertThat(result).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Basic realm=\"Realm\"")
			.hasContentType("application/problem+json")
			.bodyText()
			.isEqualTo("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"This needs a login.\"}");
	}

	@Test
	void requestWhenAScriptSentItThenNoDialogOpens() {
		start(new StubAccountManager());

		MvcTestResult result = this.application.mvc()
			.get()
			.uri("/me")
			.header("X-Requested-With", "XMLHttpRequest")
			.exchange();

		assertThat(result).hasStatus(401).doesNotContainHeader("WWW-Authenticate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic", "Basic ", "Basic !!!", "Basic YWxpY2U=", "Basic Og==", "basic OnBhc3M=" })
	void requestWhenHeaderIsMalformedThenUnauthorizedWithoutACall(String authorization) {
		StubAccountManager accounts = StubAccountManager.answering(TestTokens.completed());
		start(accounts);

		MvcTestResult result = request(authorization);

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Basic realm=\"Realm\"");
		assertThat(accounts.calls()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "NOT_AUTHORIZED", "USER_NOT_FOUND" })
	void requestWhenUserIsUnknownOrPasswordIsWrongThenNothingTellsThemApart(CognitoError error) {
		start(StubAccountManager.failing(error));

		MvcTestResult result = request(basic("alice", "wrong"));

		assertThat(result).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Basic realm=\"Realm\"")
			.bodyText()
			.isEqualTo(WRONG);
	}

	@Test
	void requestWhenCredentialsAreTooLongThenUnauthorizedWithoutACall() {
		StubAccountManager accounts = StubAccountManager.answering(TestTokens.completed());
		start(accounts);

		assertThat(request(basic("a".repeat(10_000), "p".repeat(10_000)))).hasStatus(401).bodyText().isEqualTo(WRONG);
		assertThat(accounts.calls()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "INTERNAL_ERROR", "CONCURRENT_MODIFICATION" })
	void requestWhenCognitoIsDownOrThrottlesThenServiceUnavailable(CognitoError error) {
		start(StubAccountManager.failing(error));

		MvcTestResult result = request(basic("alice", "Passw0rd!"));

		assertThat(result).hasStatus(503)
			.hasHeader("Retry-After", "5")
			.doesNotContainHeader("WWW-Authenticate")
			.hasContentType("application/problem+json");
		assertThat(result).bodyText()
			.isEqualTo("{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":"
					+ "\"Logging in is not possible at the moment. You did nothing wrong: try again in a moment.\"}");
	}

	@Test
	void requestWhenSetUpWronglyThenServiceUnavailableAndNobodyKnowsUntilWhen() {
		start(StubAccountManager.failing(CognitoError.RESOURCE_NOT_FOUND));

		assertThat(request(basic("alice", "Passw0rd!"))).hasStatus(503).doesNotContainHeader("Retry-After");
	}

	@Test
	void requestWhenThereWereTooManyAttemptsThenTooManyRequests() {
		start(StubAccountManager.failing(CognitoError.LIMIT_EXCEEDED));

		assertThat(request(basic("alice", "Passw0rd!"))).hasStatus(429).hasHeader("Retry-After", "60");
	}

	@Test
	void requestWhenChallengedThenUnauthorizedAndSaysWhy() {
		start(StubAccountManager.answering(TestChallenges.smsMfa()));

		MvcTestResult result = request(basic("alice", "Passw0rd!"));

		assertThat(result).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito challenge=\"SMS_MFA\"");
		assertThat(result).bodyText()
			.isEqualTo("{\"type\":\"urn:cognitex:challenge\",\"challenge\":\"SMS_MFA\",\"title\":\"Unauthorized\","
					+ "\"status\":401,\"detail\":\"This account needs another step to log in, which HTTP Basic cannot"
					+ " ask for. Use a login that can, or an access token.\"}");
		assertThat(result.getResponse().getHeaderNames()).doesNotContain("Set-Cookie");
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void requestWhenChallengeHasAStrangeNameThenItStaysOutOfTheHeader() {
		start(StubAccountManager
			.answering(new SignInChallenge.Unsupported(TestChallenges.progress(), "A\"\r\nSet-Cookie: a=b")));

		assertThat(request(basic("alice", "Passw0rd!"))).hasStatus(401).hasHeader("WWW-Authenticate", "Cognito");
	}

	@Test
	void requestWhenCredentialsAreRightThenAuthenticatedForThisRequestOnly() {
		start(StubAccountManager.answering(TestTokens.completed()));

		MvcTestResult result = request(basic("alice@example.com", "Passw0rd!"));

		assertThat(result).hasStatusOk()
			.bodyText()
			.startsWith("alice alice@example.com [FACTOR_PASSWORD, ROLE_Readers");
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void setRealmNameWhenItWouldBreakTheHeaderThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CognitoBasicAuthenticationEntryPoint().setRealmName("a\"b"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CognitoBasicAuthenticationEntryPoint().setRealmName(" "));
	}

	private void start(StubAccountManager accounts) {
		this.application = TestApplication.with(accounts)
			.bean(CognitoAuthenticationProvider.class, new CognitoAuthenticationProvider(accounts))
			.start((http) -> http
				.httpBasic((basic) -> basic.authenticationEntryPoint(new CognitoBasicAuthenticationEntryPoint())));
	}

	private MvcTestResult request(String authorization) {
		return this.application.mvc().get().uri("/me").header("Authorization", authorization).exchange();
	}

	private static String basic(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
