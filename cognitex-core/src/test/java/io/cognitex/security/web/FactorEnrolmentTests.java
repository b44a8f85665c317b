package io.cognitex.security.web;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.embedded.RecordedCall;
import io.cognitex.security.CognitoAuthentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for the generated page on which a user sets up the factor that a rule asks for,
 * with an embedded pool.
 */
class FactorEnrolmentTests {

	private static final String PASSWORD = "Passw0rd!";

	private static final String PAGE = "/login/enrolment?factor=software_token&reason=missing";

	private static final String LOGIN_PAGE = "/login?factor=software_token&reason=missing";

	private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]+)</code>");

	private final EmbeddedCognito pool = EmbeddedCognito.builder()
		.mfa("OPTIONAL", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")
		.start();

	private final TestApplication application = TestApplication.with(accounts())
		.configuration(MultiFactorConfiguration.class)
		.start((http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.authenticatorAppIssuer("Tom & Co")));

	private final TestBrowser browser = new TestBrowser(this.application);

	FactorEnrolmentTests() {
		this.pool.addUser(user("plain").build());
		this.pool.addUser(user("other").build());
		this.pool.addUser(user("mail").mfa("EMAIL_OTP").build());
		this.pool.addUser(user("app").totpSecret(TestAuthenticatorApp.SECRET).build());
	}

	private CognitoAccountManager accounts() {
		return CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.build();
	}

	private static EmbeddedUser.Builder user(String username) {
		return EmbeddedUser.named(username).password(PASSWORD).attribute("email", username + "@example.com");
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pool.close();
	}

	@Test
	void pageWhenNobodyIsLoggedInThenLoginPage() {
		assertThat(TestBrowser.location(this.browser.get(PAGE))).isEqualTo("/login?error");
		assertThat(calls()).isEmpty();
	}

	@Test
	void answerWhenNobodyIsLoggedInThenLoginPage() {
		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login/enrolment")
			.accept(MediaType.TEXT_HTML)
			.with(csrf())
			.param("code", "123456")
			.exchange();

		assertThat(TestBrowser.location(result)).isEqualTo("/login?error");
		assertThat(calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?factor=password", "?factor=device", "?factor=nothing",
			"?factor=software_token&reason=expired" })
	void pageWhenNothingCanBeSetUpThenLoginPage(String query) {
		this.browser.login("plain", PASSWORD);

		assertThat(TestBrowser.location(this.browser.get("/login/enrolment" + query))).startsWith("/login");
		assertThat(calls()).doesNotContain("AssociateSoftwareToken");
	}

	@Test
	void pageWhenUserHasTheAppThenItIsNotReplaced() {
		this.browser.login("app", PASSWORD);
		this.browser.answer("code", TestAuthenticatorApp.code(TestAuthenticatorApp.SECRET, this.pool.now()));

		assertThat(TestBrowser.location(this.browser.get(PAGE))).isEqualTo(LOGIN_PAGE);
		assertThat(calls()).doesNotContain("AssociateSoftwareToken");
	}

	@Test
	void pageWhenAccessTokenIsDeadThenLoginPageAndTheRequestWaits() {
		refusedRequest("plain");
		accounts().globalSignOut(accessToken());

		assertThat(TestBrowser.location(this.browser.get(PAGE))).isEqualTo(LOGIN_PAGE);

		assertThat(this.browser.login("plain", PASSWORD)).startsWith("http://localhost/app?tab=1");
	}

	@Test
	void answerWhenAccessTokenIsDeadThenLoginPageSaysSoAndTheRequestWaits() {
		refusedRequest("plain");
		this.browser.get(PAGE);
		accounts().globalSignOut(accessToken());

		assertThat(this.browser.enrol(PAGE, "code", "123456")).isEqualTo("/login?error");

		assertThat(this.browser.get("/login?error")).bodyText().contains("Log in again.");
		assertThat(this.browser.login("plain", PASSWORD)).startsWith("http://localhost/app?tab=1");
	}

	@Test
	void answerWhenCsrfTokenIsMissingThenPageAsItIsAndNothingIsSent() {
		refusedRequest("plain");
		String page = TestBrowser.html(this.browser.get(PAGE));

		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login/enrolment")
			.accept(MediaType.TEXT_HTML)
			.session(this.browser.session())
			.param("code", code(secret(page)))
			.exchange();

		assertThat(TestBrowser.location(result)).isEqualTo(PAGE);
		assertThat(calls()).doesNotContain("VerifySoftwareToken");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''     | This was not accepted. Check what you entered and try again.
			12345  | This code is not correct. Check it and try again.
			abcdef | This code is not correct. Check it and try again.
			000000 | This code is not correct. Check it and try again.
			""")
	void answerWhenCodeIsWrongThenTheSameSecretAndSaysSo(String code, String text) {
		refusedRequest("plain");
		String secret = secret(TestBrowser.html(this.browser.get(PAGE)));

		assertThat(this.browser.enrol(PAGE, "code", code)).isEqualTo(PAGE);

		String page = TestBrowser.html(this.browser.get(PAGE));
		assertThat(secret(page)).isEqualTo(secret);
		assertThat(page).contains("<title>Error: Set up your authenticator app</title>",
				"id=\"error\">" + text + "</div>", "autofocus aria-invalid=\"true\" aria-describedby=\"error\"");
		assertThat(calls()).doesNotContain("SetUserMFAPreference");
	}

	@Test
	void answerWhenPageIsOldThenNothingIsSent() {
		refusedRequest("plain");
		String old = TestBrowser.html(this.browser.get(PAGE));
		this.browser.enrol(PAGE, "code", "000000");
		this.pool.clearCalls();

		assertThat(this.browser.sendStep("/login/enrolment", old, "code", code(secret(old)))).isEqualTo(PAGE);

		assertThat(calls()).isEmpty();
	}

	@Test
	void answerWhenAnotherUserBeganItThenNothingIsSent() {
		refusedRequest("plain");
		String page = TestBrowser.html(this.browser.get(PAGE));
		this.browser.login("other", PASSWORD);
		this.pool.clearCalls();

		assertThat(this.browser.sendStep("/login/enrolment", page, "code", code(secret(page)))).isEqualTo(PAGE);

		assertThat(calls()).isEmpty();
		assertThat(secret(TestBrowser.html(this.browser.get(PAGE)))).isNotEqualTo(secret(page));
	}

	@Test
	void startOverThenAnotherSecret() {
		refusedRequest("plain");
		String secret = secret(TestBrowser.html(this.browser.get(PAGE)));

		assertThat(this.browser.enrol(PAGE, "action", "start-over")).isEqualTo(PAGE);

		assertThat(secret(TestBrowser.html(this.browser.get(PAGE)))).isNotEqualTo(secret);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			NotAuthorizedException            | AssociateSoftwareToken | /login?error
			SoftwareTokenMFANotFoundException | AssociateSoftwareToken | none that works
			ResourceNotFoundException         | AssociateSoftwareToken | set up wrongly
			InternalErrorException            | AssociateSoftwareToken | not possible at the moment
			""")
	void pageWhenCognitoRefusesThenSaysSoAndLeadsOn(String type, String operation, String expected) {
		refusedRequest("plain");
		this.pool.addFault(Fault.exception(type, "internals").on(operation));

		MvcTestResult result = this.browser.get(PAGE);

		if (expected.startsWith("/")) {
			assertThat(TestBrowser.location(result)).isEqualTo(expected);
		}
		else {
			assertThat(result).hasStatusOk()
				.bodyText()
				.contains(expected, "href=\"/login/enrolment?factor=software_token&amp;reason=missing\"",
						"href=\"/login\"")
				.doesNotContain("internals", "name=\"code\"");
		}
	}

	@Test
	void answerWhenOnlyThePreferenceFailsThenTheCodeIsNotAskedAgain() {
		refusedRequest("plain");
		String secret = secret(TestBrowser.html(this.browser.get(PAGE)));
		this.pool.addFault(Fault.exception("ResourceNotFoundException", "internals").on("SetUserMFAPreference"));

		assertThat(this.browser.enrol(PAGE, "code", code(secret))).isEqualTo(PAGE);
		assertThat(this.browser.get(PAGE)).bodyText()
			.contains("set up wrongly", "The code was correct")
			.doesNotContain("name=\"code\"", "internals");

		this.pool.clearFaults();
		assertThat(this.browser.enrol(PAGE)).isEqualTo("/login?enrolled");
	}

	@ParameterizedTest
	@CsvSource({ "sms_otp, a code by text message", "email_otp, a code by e-mail", "webauthn, a passkey" })
	void pageWhenFactorCannotBeSetUpThenSaysWhatToDo(String factor, String text) {
		this.browser.login("plain", PASSWORD);

		MvcTestResult result = this.browser.get("/login/enrolment?factor=" + factor + "&reason=missing");

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains(text, "Ask the people who run this application", "href=\"/login\"")
			.doesNotContain("<form");
	}

	@Test
	void pageWhenPasskeysCanBeAddedThenLinksThere() {
		try (TestApplication withPasskeys = TestApplication.with(accounts())
			.start((http) -> http
				.with(new CognitoPasskeysConfigurer(), (passkeys) -> passkeys.passkeysPage("/passkeys"))
				.with(new CognitoLoginConfigurer()))) {
			TestBrowser person = new TestBrowser(withPasskeys);
			person.login("plain", PASSWORD);

			assertThat(person.get("/login/enrolment?factor=webauthn&reason=missing")).hasStatusOk()
				.bodyText()
				.contains("Add one, then log in again", "href=\"/passkeys\"", "href=\"/login\"");
		}
	}

	@Test
	void pageThenSecretIsShownAndKeptFromCachesAndFrames() {
		refusedRequest("plain");

		MvcTestResult result = this.browser.get(PAGE);

		assertThat(result).hasStatusOk()
			.hasHeader("Cache-Control", "no-store")
			.bodyText()
			.contains("<svg class=\"qr-code\"", "href=\"otpauth://totp/Tom%20%26%20Co:plain?secret=",
					"autocomplete=\"one-time-code\"", "name=\"_csrf\"");
		assertThat(result.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
		assertThat(SessionContents.of(this.browser.session())).contains(secret(TestBrowser.html(result)));
		assertThat(PendingEnrolment.load(result.getRequest(), user()).toString())
			.doesNotContain(secret(TestBrowser.html(result)));
	}

	@Test
	void answerWhenCodeIsRightThenAFreshLoginLeadsToTheRequest() {
		assertThat(refusedRequest("plain")).isEqualTo(PAGE);
		String secret = secret(TestBrowser.html(this.browser.get(PAGE)));
		String typed = new StringBuilder(code(secret)).insert(3, ' ').toString();

		assertThat(this.browser.enrol(PAGE, "code", typed)).isEqualTo("/login?enrolled");

		assertThat(this.browser.get("/login?enrolled")).bodyText().contains("Your authenticator app is set up.");
		assertThat(SessionContents.of(this.browser.session())).doesNotContain(secret);
		assertThat(logInWithApp("plain", secret)).startsWith("http://localhost/app?tab=1");
		assertThat(this.browser.get("/app?tab=1")).hasStatusOk();
	}

	@Test
	void answerWhenAnotherFactorWasPreferredThenTheAppIsAsked() {
		this.browser.login("mail", PASSWORD);
		this.browser.answer("code", this.pool.lastMessage("mail").orElseThrow().code());
		assertThat(TestBrowser.location(this.browser.get("/app"))).isEqualTo(PAGE);
		String secret = secret(TestBrowser.html(this.browser.get(PAGE)));

		assertThat(this.browser.enrol(PAGE, "code", code(secret))).isEqualTo("/login?enrolled");

		logInWithApp("mail", secret);
		assertThat(this.browser.get("/app")).hasStatusOk();
	}

	@Test
	void answerWhenSentTwiceThenTheSecondLeadsToLogIn() {
		refusedRequest("plain");
		String page = TestBrowser.html(this.browser.get(PAGE));
		String code = code(secret(page));
		this.browser.sendStep("/login/enrolment", page, "code", code);

		assertThat(this.browser.sendStep("/login/enrolment", page, "code", code)).isEqualTo(PAGE);

		assertThat(TestBrowser.location(this.browser.get(PAGE))).isEqualTo(LOGIN_PAGE);
	}

	/**
	 * A request for which the user lacks the authenticator app.
	 * @return where the browser goes
	 */
	private String refusedRequest(String username) {
		this.browser.login(username, PASSWORD);
		return TestBrowser.location(this.browser.get("/app?tab=1"));
	}

	private String logInWithApp(String username, String secret) {
		this.browser.login(username, PASSWORD);
		// An app's code is good once
		this.pool.advanceClock(Duration.ofSeconds(30));
		return this.browser.answer("code", code(secret));
	}

	private String code(String secret) {
		return TestAuthenticatorApp.code(secret, this.pool.now());
	}

	private static String secret(String page) {
		Matcher secret = SECRET.matcher(page);
		assertThat(secret.find()).as(page).isTrue();
		return secret.group(1).replace(" ", "");
	}

	private List<String> calls() {
		return this.pool.calls().stream().map(RecordedCall::operation).toList();
	}

	private CognitoAuthentication user() {
		return (CognitoAuthentication) this.browser.user();
	}

	private String accessToken() {
		return user().getTokens().accessToken();
	}

	@EnableMultiFactorAuthentication(authorities = {})
	static class MultiFactorConfiguration {

	}

}
