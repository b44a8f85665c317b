package io.cognitex.security.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignInFlow;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.trigger.TriggerType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins through the challenges of an embedded pool, page by page.
 */
class ChallengeLoginTests {

	private static final String PASSWORD = "Passw0rd!";

	private static final String NEW_PASSWORD = "N3w-Passw0rd!";

	private static final String CHALLENGE = "/login/challenge";

	private static final String FAILED = "/login?error";

	private static final String DONE = "/";

	private static final Consumer<HttpSecurity> LOGIN = (http) -> http.with(new CognitoLoginConfigurer());

	private EmbeddedCognito pool;

	private TestApplication application;

	private TestBrowser browser;

	private void start(UnaryOperator<EmbeddedCognitoBuilder> settings, SignInFlow flow,
			Consumer<HttpSecurity> customizer) {
		this.pool = settings.apply(EmbeddedCognito.builder()).start();
		CognitoAccountManager accounts = CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.signInFlow(flow)
			.build();
		this.application = TestApplication.with(accounts).start(customizer);
		this.browser = new TestBrowser(this.application);
	}

	private void startWithMfa(String mode) {
		start((settings) -> settings.mfa(mode, "SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP"), SignInFlow.USER_SRP_AUTH,
				LOGIN);
		this.pool.addUser(user("mail").mfa("EMAIL_OTP").build());
		this.pool.addUser(user("app").totpSecret(TestAuthenticatorApp.SECRET).build());
		this.pool
			.addUser(user("both").attribute("phone_number", "+15555550123").mfa("SMS_MFA").mfa("EMAIL_OTP").build());
	}

	private void startWithUserAuth() {
		start((settings) -> settings
			.explicitAuthFlows("ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
			.allowedFirstAuthFactors("PASSWORD", "EMAIL_OTP"), SignInFlow.USER_AUTH,
				(http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.usernameFirst(true)));
		this.pool.addUser(user("alice").build());
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
	void pageWhenNoLoginIsUnderWayThenLoginPageSaysSo() {
		startWithMfa("OPTIONAL");

		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).isEqualTo(FAILED);
		assertThat(loginPage()).contains("The login took too long or was continued elsewhere.");
	}

	@Test
	void answerWhenCsrfTokenIsMissingThenNotLookedAt() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);
		String code = code("mail");
		this.pool.clearCalls();

		MvcTestResult result = this.application.mvc()
			.post()
			.uri(CHALLENGE)
			.session(this.browser.session())
			.param("code", code)
			.exchange();

		assertThat(TestBrowser.location(result)).isEqualTo(CHALLENGE);
		assertThat(this.pool.calls()).isEmpty();
		assertThat(this.browser.isLoggedIn()).isFalse();
	}

	@Test
	void answerWhenCsrfTokenIsMissingAndScriptedThenForbidden() {
		startWithMfa("OPTIONAL");

		MvcTestResult result = this.application.mvc()
			.post()
			.uri(CHALLENGE)
			.header("X-Requested-With", "XMLHttpRequest")
			.exchange();

		assertThat(result).hasStatus(403);
	}

	@Test
	void codeWhenWrongThenSamePageSaysSoAndNobodyIsLoggedIn() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);

		assertThat(this.browser.answer("code", "000000")).isEqualTo(CHALLENGE);

		assertThat(this.browser.challengePage())
			.contains("<title>Error: Enter the code</title>", "id=\"error\">This code is not correct.",
					"aria-invalid=\"true\" aria-describedby=\"error\"")
			.doesNotContain("000000");
		assertThat(this.browser.isLoggedIn()).isFalse();
		assertThat(this.browser.answer("code", code("mail"))).isEqualTo(DONE);
	}

	@Test
	void codeWhenEmptyThenSamePage() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);

		assertThat(this.browser.answer("code", " ")).isEqualTo(CHALLENGE);
		assertThat(this.browser.answer()).isEqualTo(CHALLENGE);
		assertThat(this.browser.isLoggedIn()).isFalse();
	}

	@Test
	void codeWhenWrongTooOftenThenTheLoginIsOver() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);
		String page = "";

		for (int i = 0; i < 4; i++) {
			page = this.browser.challengePage();
			assertThat(this.browser.answerFrom(page, "code", "00000" + i)).isEqualTo(CHALLENGE);
		}

		assertThat(this.browser.answer("code", "000004")).isEqualTo(FAILED);
		assertThat(loginPage()).contains("value=\"mail\"").doesNotContain("password is not correct");
		assertThat(this.browser.answerFrom(page, "code", code("mail"))).isEqualTo(CHALLENGE);
		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).isEqualTo(FAILED);
		assertThat(this.browser.isLoggedIn()).isFalse();
	}

	@Test
	void codeWhenSessionHasExpiredThenLoginPageSaysSo() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);
		String code = code("mail");
		this.pool.advanceClock(Duration.ofMinutes(4));

		assertThat(this.browser.answer("code", code)).isEqualTo(FAILED);

		assertThat(loginPage()).contains("The login took too long", "value=\"mail\"");
		assertThat(this.browser.isLoggedIn()).isFalse();
	}

	@Test
	void codeWhenPoolIsGoneThenPageStays() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);
		this.pool.close();

		assertThat(this.browser.answer("code", "123456")).isEqualTo(CHALLENGE);

		assertThat(this.browser.challengePage()).contains("Logging in is not possible at the moment.");
	}

	@Test
	void pageWhenLoginIsUnderWayThenNobodyIsLoggedInAndNothingSecretIsKeptOrShown() {
		startWithMfa("OPTIONAL");

		assertThat(this.browser.login("mail", PASSWORD)).isEqualTo(CHALLENGE);

		MvcTestResult page = this.browser.get(CHALLENGE);
		assertThat(page).hasStatusOk()
			.hasHeader("Cache-Control", "no-store")
			.hasHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
					+ "img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'");
		assertThat(TestBrowser.html(page)).contains("A code was sent by e-mail to m***@e***",
				"autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "name=\"_csrf\"");
		assertThat(SessionContents.of(this.browser.session())).doesNotContain(PASSWORD);
		assertThat(this.browser.isLoggedIn()).isFalse();
		assertThat(TestBrowser.location(this.browser.get("/me"))).isEqualTo("/login");
	}

	@Test
	void codeWhenRightThenGoesWhereTheUserWantedToGo() {
		startWithMfa("OPTIONAL");
		this.browser.get("/me?tab=1");
		this.browser.login("mail", PASSWORD);

		String location = this.browser.answer("code", code("mail"));

		assertThat(location).startsWith("http://localhost/me?tab=1");
		assertThat(this.browser.get("/me")).hasStatusOk().bodyText().startsWith("mail mail@example.com");
		assertThat(this.application.events()).containsOnlyOnce("AuthenticationSuccessEvent",
				"InteractiveAuthenticationSuccessEvent");
		assertThat(SessionContents.of(this.browser.session())).doesNotContain(PASSWORD, "PendingChallenge");
	}

	@Test
	void codeWhenSentTwiceThenBothEndAtTheSamePageAndCognitoIsAskedOnce() {
		startWithMfa("OPTIONAL");
		this.browser.get("/me");
		this.browser.login("mail", PASSWORD);
		String page = this.browser.challengePage();
		String code = code("mail");
		this.pool.clearCalls();

		String first = this.browser.answerFrom(page, "code", code);
		String second = this.browser.answerFrom(page, "code", code);

		assertThat(second).isEqualTo(CHALLENGE);
		assertThat(TestBrowser.location(this.browser.get(second))).isEqualTo(first);
		assertThat(this.pool.calls()).hasSize(1);
	}

	@Test
	void codeWhenFromAnOlderPageThenNotSent() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);
		String older = this.browser.challengePage();
		this.browser.login("app", PASSWORD);
		this.pool.clearCalls();

		assertThat(this.browser.answerFrom(older, "code", code("mail"))).isEqualTo(CHALLENGE);

		assertThat(this.pool.calls()).isEmpty();
		assertThat(this.browser.challengePage()).contains("authenticator app");
	}

	@Test
	void loginWhenAnotherOneWasGivenUpThenNothingOfThatIsLeft() {
		startWithMfa("OPTIONAL");
		this.pool.addUser(user("plain").build());
		this.browser.login("app", PASSWORD);
		String page = this.browser.challengePage();

		assertThat(this.browser.login("plain", PASSWORD)).isEqualTo(DONE);

		assertThat(this.browser.answerFrom(page, "code", "123456")).isEqualTo(CHALLENGE);
		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).isEqualTo(DONE);
		assertThat(this.browser.user().getName()).isEqualTo("plain");
	}

	@Test
	void startOverWhenLoginIsUnderWayThenNothingOfItIsLeft() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);

		assertThat(this.browser.answer("action", "start-over")).isEqualTo("/login");

		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).isEqualTo(FAILED);
	}

	@Test
	void newCodeWhenPasswordWasAskedFirstThenNotOffered() {
		startWithMfa("OPTIONAL");
		this.browser.login("mail", PASSWORD);

		assertThat(this.browser.challengePage()).contains("start over to have a new one sent")
			.doesNotContain("new-code", "other-method");
		assertThat(this.browser.answer("action", "new-code")).isEqualTo(CHALLENGE);
		assertThat(this.pool.messages()).hasSize(1);
	}

	@Test
	void authenticatorAppWhenCodeIsTypedInGroupsThenLoggedIn() {
		startWithMfa("OPTIONAL");
		this.browser.login("app", PASSWORD);
		String code = TestAuthenticatorApp.code(TestAuthenticatorApp.SECRET, this.pool.now());

		assertThat(this.browser.answer("code", code.substring(0, 3) + " " + code.substring(3))).isEqualTo(DONE);

		assertThat(this.browser.user().getName()).isEqualTo("app");
	}

	@Test
	void choiceWhenMadeUpThenSamePage() {
		startWithMfa("OPTIONAL");
		this.browser.login("both", PASSWORD);

		assertThat(this.browser.answer("choice", "SOFTWARE_TOKEN_MFA")).isEqualTo(CHALLENGE);

		assertThat(this.browser.challengePage()).contains("Prove that it is you", "alert-danger");
	}

	@Test
	void choiceWhenMadeThenThatCode() {
		startWithMfa("OPTIONAL");
		this.browser.login("both", PASSWORD);
		assertThat(this.browser.challengePage()).contains("value=\"SMS_MFA\">Code by text message</button>",
				"value=\"EMAIL_OTP\">Code by e-mail</button>");

		assertThat(this.browser.answer("choice", "SMS_MFA")).isEqualTo(CHALLENGE);

		assertThat(this.browser.challengePage()).contains("A code was sent by text message to +*******0123.");
		assertThat(this.browser.answer("code", code("both"))).isEqualTo(DONE);
	}

	@Test
	void newPasswordWhenAgainstThePolicyThenSamePage() {
		start((settings) -> settings, SignInFlow.USER_SRP_AUTH, LOGIN);
		this.pool.addUser(user("newcomer").status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		this.browser.login("newcomer", PASSWORD);

		assertThat(this.browser.answer("newPassword", "short")).isEqualTo(CHALLENGE);

		assertThat(this.browser.challengePage())
			.contains("does not keep to the rules", "aria-describedby=\"error password-rules\"",
					"At least 8 characters", "autocomplete=\"new-password\"")
			.doesNotContain("short\"");
		assertThat(this.browser.answer("newPassword", NEW_PASSWORD)).isEqualTo(DONE);
	}

	@Test
	void newPasswordWhenAttributesAreRequiredThenAsked() {
		start((settings) -> settings.requiredAttributes("birthdate", "phone_number"), SignInFlow.USER_SRP_AUTH, LOGIN);
		this.pool.addUser(user("newcomer").status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		this.browser.login("newcomer", PASSWORD);

		assertThat(this.browser.challengePage()).contains(
				"name=\"userAttributes.birthdate\" required type=\"date\" autocomplete=\"bday\"",
				"name=\"userAttributes.phone_number\" required type=\"tel\" autocomplete=\"tel\"");
		assertThat(this.browser.answer("newPassword", NEW_PASSWORD, "userAttributes.phone_number", "+15555550123"))
			.isEqualTo(CHALLENGE);
		assertThat(this.browser.answer("newPassword", NEW_PASSWORD, "userAttributes.birthdate", "1990-01-31",
				"userAttributes.phone_number", "+15555550123"))
			.isEqualTo(DONE);
	}

	@Test
	void setupWhenChainedAfterANewPasswordThenAppIsSetUp() {
		start((settings) -> settings.mfa("ON", "SOFTWARE_TOKEN_MFA"), SignInFlow.USER_SRP_AUTH, LOGIN);
		this.pool.addUser(user("newcomer").status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		this.browser.login("newcomer", PASSWORD);
		this.browser.answer("newPassword", NEW_PASSWORD);
		assertThat(this.browser.challengePage()).contains("Set up an authenticator app");
		assertThat(this.browser.answer("choice", "SOFTWARE_TOKEN_MFA")).isEqualTo(CHALLENGE);
		String page = this.browser.challengePage();
		assertThat(page).contains("<svg class=\"qr-code\"", "otpauth://totp/Cognito:newcomer?secret=");

		assertThat(this.browser.answer("code", "000000")).isEqualTo(CHALLENGE);
		assertThat(this.browser.challengePage()).contains("This code is not correct.").contains(secret(page));
		assertThat(
				this.browser.answer("code", TestAuthenticatorApp.code(secret(page).replace(" ", ""), this.pool.now())))
			.isEqualTo(DONE);
	}

	private static String secret(String page) {
		Matcher secret = Pattern.compile("<code>([A-Z2-7 ]+)</code>").matcher(page);
		assertThat(secret.find()).isTrue();
		return secret.group(1);
	}

	@Test
	void emailSetupWhenAccountHasNoAddressThenAsked() {
		start((settings) -> settings.mfa("ON", "EMAIL_OTP"), SignInFlow.USER_SRP_AUTH, LOGIN);
		this.pool.addUser(EmbeddedUser.named("alice").password(PASSWORD).build());
		this.browser.login("alice", PASSWORD);
		this.browser.answer("choice", "EMAIL_OTP");

		assertThat(this.browser.challengePage()).contains("type=\"email\" autocomplete=\"email\"");
		assertThat(this.browser.answer("email", "alice@example.com")).isEqualTo(CHALLENGE);
		assertThat(this.browser.answer("code", code("alice"))).isEqualTo(DONE);
	}

	@Test
	void usernameFirstWhenUserIsUnknownThenNobodyIsLoggedIn() {
		startWithUserAuth();

		this.browser.login("nobody", "");

		assertThat(this.browser.isLoggedIn()).isFalse();
	}

	@Test
	void usernameFirstWhenPasswordIsWrongThenLoginPageSaysSo() {
		startWithUserAuth();
		assertThat(this.browser.get("/login")).bodyText().doesNotContain("type=\"password\"");
		this.browser.login("alice", "");
		this.browser.answer("choice", "PASSWORD");

		assertThat(this.browser.answer("password", "wr0ng-Passw0rd")).isEqualTo(FAILED);

		assertThat(loginPage()).contains("The username or password is not correct.", "value=\"alice\"")
			.doesNotContain("wr0ng-Passw0rd");
	}

	@Test
	void usernameFirstWhenPasswordIsRightThenLoggedIn() {
		startWithUserAuth();
		this.browser.login("alice", "");
		assertThat(this.browser.challengePage()).contains("Choose how to log in");
		this.browser.answer("choice", "PASSWORD");
		assertThat(this.browser.challengePage()).contains("autocomplete=\"current-password\"");

		assertThat(this.browser.answer("password", PASSWORD)).isEqualTo(DONE);
	}

	@Test
	void usernameFirstWhenANewCodeIsAskedThenTheOldOneIsWorthless() {
		startWithUserAuth();
		this.browser.login("alice", "");
		this.browser.answer("choice", "EMAIL_OTP");
		String old = code("alice");
		this.pool.clearMessages();

		assertThat(this.browser.answer("action", "new-code")).isEqualTo(CHALLENGE);

		assertThat(this.browser.challengePage()).contains("A code was sent by e-mail");
		if (!old.equals(code("alice"))) {
			assertThat(this.browser.answer("code", old)).isEqualTo(CHALLENGE);
		}
		assertThat(this.browser.answer("code", code("alice"))).isEqualTo(DONE);
	}

	@Test
	void usernameFirstWhenTooManyCodesAreAskedThenTheLoginIsOver() {
		startWithUserAuth();
		this.browser.login("alice", "");
		this.browser.answer("choice", "EMAIL_OTP");

		for (int i = 0; i < 4; i++) {
			assertThat(this.browser.answer("action", "new-code")).isEqualTo(CHALLENGE);
		}

		assertThat(this.browser.answer("action", "new-code")).isEqualTo(FAILED);
		assertThat(this.pool.messages()).hasSize(5);
	}

	@Test
	void usernameFirstWhenAnotherWayIsAskedThenChoice() {
		startWithUserAuth();
		this.browser.login("alice", "");
		this.browser.answer("choice", "PASSWORD");

		assertThat(this.browser.answer("action", "other-method")).isEqualTo(CHALLENGE);

		assertThat(this.browser.challengePage()).contains("Choose how to log in");
	}

	@Test
	void customChallengeWhenAnsweredThenLoggedIn() {
		start((settings) -> settings.explicitAuthFlows("ALLOW_CUSTOM_AUTH")
			.trigger(TriggerType.DEFINE_AUTH_CHALLENGE, (event) -> {
				List<?> asked = (List<?>) event.request().get("session");
				boolean right = !asked.isEmpty()
						&& Boolean.TRUE.equals(((Map<?, ?>) asked.get(asked.size() - 1)).get("challengeResult"));
				event.respond("issueTokens", right);
				event.respond("failAuthentication", !right && !asked.isEmpty());
				event.respond("challengeName", "CUSTOM_CHALLENGE");
			})
			.trigger(TriggerType.CREATE_AUTH_CHALLENGE,
					(event) -> event.respond("publicChallengeParameters", Map.of("question", "<b>6 * 7</b>")))
			.trigger(TriggerType.VERIFY_AUTH_CHALLENGE_RESPONSE,
					(event) -> event.respond("answerCorrect", "42".equals(event.request().get("challengeAnswer")))),
				SignInFlow.CUSTOM_AUTH,
				(http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.usernameFirst(true)));
		this.pool.addUser(user("alice").build());

		this.browser.login("alice", "");
		assertThat(this.browser.challengePage()).contains("Question: <strong>&lt;b&gt;6 * 7&lt;/b&gt;</strong>");
		assertThat(this.browser.answer("answer", "41")).isEqualTo(FAILED);
		assertThat(loginPage()).contains("This answer was not accepted. Log in again.");
		this.browser.login("alice", "");

		assertThat(this.browser.answer("answer", "42")).isEqualTo(DONE);
	}

	private String loginPage() {
		return TestBrowser.html(this.browser.get(FAILED));
	}

	private String code(String username) {
		return this.pool.lastMessage(username).orElseThrow().code();
	}

}
