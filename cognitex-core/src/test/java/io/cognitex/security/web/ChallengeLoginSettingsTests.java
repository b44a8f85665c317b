package io.cognitex.security.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.cognitex.CodeDelivery;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoSession;
import io.cognitex.SignInChallenge;
import io.cognitex.SignInFlow;
import io.cognitex.SignInProgress;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for what applications can say about logins that take several steps, and for what
 * browsers do to them.
 */
class ChallengeLoginSettingsTests {

	private static final String CHALLENGE = "/login/challenge";

	private static final SignInChallenge CODE = new SignInChallenge.SmsMfa(new SignInProgress("alice",
			new CognitoSession("session-of-alice-0123456789"), SignInFlow.USER_SRP_AUTH, List.of(), null),
			new CodeDelivery("+*******9999", "SMS", null));

	private StubAccountManager accounts = StubAccountManager.answering(CODE)
		.responding((answer) -> TestTokens.completed());

	private TestApplication application;

	private TestBrowser browser;

	private void start(Consumer<HttpSecurity> customizer) {
		this.application = TestApplication.with(this.accounts).start(customizer);
		this.browser = new TestBrowser(this.application);
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void answerWhenSentTwiceAtOnceThenCognitoIsAskedOnceAndBothEndAtTheSamePage() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answers = new CountDownLatch(1);
		this.accounts = StubAccountManager.answering(CODE).responding((answer) -> {
			asked.countDown();
			awaits(answers);
			return TestTokens.completed();
		});
		start((http) -> http.with(new CognitoLoginConfigurer()));
		this.browser.get("/me");
		this.browser.login("alice", "Passw0rd!");
		String page = this.browser.challengePage();

		CompletableFuture<String> first = CompletableFuture
			.supplyAsync(() -> this.browser.answerFrom(page, "code", "123456"));
		awaits(asked);
		CompletableFuture<String> second = CompletableFuture
			.supplyAsync(() -> this.browser.answerFrom(page, "code", "123456"));
		answers.countDown();

		assertThat(second.get()).isEqualTo(CHALLENGE);
		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).isEqualTo(first.get()).contains("/me");
		assertThat(this.accounts.calls()).containsExactly("authenticate", "respond");
	}

	/**
	 * The step is over then, and nobody is logged in yet.
	 */
	@Test
	void answerWhenSentAgainBeforeTheLoginIsStoredThenWaitsForIt() throws Exception {
		CountDownLatch storing = new CountDownLatch(1);
		CountDownLatch mayStore = new CountDownLatch(1);
		this.accounts = StubAccountManager.answering(CODE).responding((answer) -> TestTokens.completed());
		start((http) -> http.with(new CognitoLoginConfigurer())
			.securityContext((context) -> context.securityContextRepository(new HttpSessionSecurityContextRepository() {

				@Override
				public void saveContext(SecurityContext context, HttpServletRequest request,
						HttpServletResponse response) {
					storing.countDown();
					awaits(mayStore);
					super.saveContext(context, request, response);
				}

			})));
		this.browser.get("/me");
		this.browser.login("alice", "Passw0rd!");
		String page = this.browser.challengePage();
		CompletableFuture<String> first = CompletableFuture
			.supplyAsync(() -> this.browser.answerFrom(page, "code", "123456"));
		awaits(storing);

		CompletableFuture<String> second = CompletableFuture
			.supplyAsync(() -> this.browser.answerFrom(page, "code", "123456"));

		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS));
		mayStore.countDown();
		assertThat(second.get()).isEqualTo(CHALLENGE);
		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).isEqualTo(first.get()).contains("/me");
	}

	private static void awaits(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void answerWhenTheLoginIsOlderThanCognitosLongestSessionThenNotSent() {
		PendingChallenge old = PendingChallenge.first(CODE, "alice", false, null,
				Instant.now().minus(Duration.ofMinutes(15)));
		start((http) -> http.with(new CognitoLoginConfigurer()));
		new HttpSessionCognitoChallengeRepository().save(old, requestIn(this.browser.session()),
				new MockHttpServletResponse());

		MvcTestResult result = post("code", "123456");

		assertThat(TestBrowser.location(result)).isEqualTo(CHALLENGE);
		assertThat(TestBrowser.location(this.browser.get(CHALLENGE))).isEqualTo("/login?error");
		assertThat(this.accounts.calls()).isEmpty();
	}

	@Test
	void loginWhenChallengedThenSessionGetsANewIdAndAnotherWhenComplete() {
		start((http) -> http.with(new CognitoLoginConfigurer()));
		this.browser.get("/me");
		String first = this.browser.session().getId();

		this.browser.login("alice", "Passw0rd!");
		String second = this.browser.session().getId();
		this.application.mvc().post().uri(CHALLENGE).with(csrf()).session(this.browser.session()).with((request) -> {
			request.setRequestedSessionIdValid(true);
			return request;
		}).param("code", "123456").exchange();

		assertThat(this.browser.isLoggedIn()).isTrue();
		assertThat(List.of(first, second, this.browser.session().getId())).doesNotHaveDuplicates();
	}

	@Test
	void loginWhenRememberMeWasTickedThenRememberedAtTheEndOnly() {
		TokenBasedRememberMeServices services = new TokenBasedRememberMeServices("key",
				new InMemoryUserDetailsManager(User.withUsername("alice").password("x").build()));
		start((http) -> http.with(new CognitoLoginConfigurer())
			.rememberMe((rememberMe) -> rememberMe.rememberMeServices(services).key("key")));

		MvcTestResult login = this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.session(this.browser.session())
			.param("username", "alice")
			.param("password", "Passw0rd!")
			.param("remember-me", "on")
			.exchange();

		assertThat(login.getResponse().getCookie("remember-me")).isNull();
		assertThat(post("code", "123456").getResponse().getCookie("remember-me")).isNotNull()
			.satisfies((cookie) -> assertThat(cookie.getMaxAge()).isPositive());
		assertThat(this.browser.isLoggedIn()).isTrue();
	}

	@Test
	void loginWhenRememberMeWasNotTickedThenNotRemembered() {
		TokenBasedRememberMeServices services = new TokenBasedRememberMeServices("key",
				new InMemoryUserDetailsManager(User.withUsername("alice").password("x").build()));
		start((http) -> http.with(new CognitoLoginConfigurer())
			.rememberMe((rememberMe) -> rememberMe.rememberMeServices(services).key("key")));
		this.browser.login("alice", "Passw0rd!");

		assertThat(post("code", "123456").getResponse().getCookie("remember-me")).isNull();
		assertThat(this.browser.isLoggedIn()).isTrue();
	}

	@Test
	void loginWhenTheUserHasTooManySessionsThenRefusedAtTheEnd() {
		SessionRegistry sessions = new SessionRegistryImpl();
		start((http) -> http.with(new CognitoLoginConfigurer())
			.sessionManagement((management) -> management.maximumSessions(1)
				.maxSessionsPreventsLogin(true)
				.sessionRegistry(sessions)));
		this.browser.login("alice", "Passw0rd!");
		this.browser.answer("code", "123456");
		TestBrowser another = new TestBrowser(this.application);

		another.login("alice", "Passw0rd!");

		assertThat(another.answer("code", "123456")).isEqualTo("/login?error");
		assertThat(another.get("/login?error")).bodyText().contains("Maximum sessions of 1");
		assertThat(another.isLoggedIn()).isFalse();
		assertThat(this.browser.isLoggedIn()).isTrue();
	}

	@Test
	void loginWhenSuccessHandlerIsTheApplicationsThenUsedAtTheEnd() {
		start((http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.defaultSuccessUrl("/welcome", true)));
		this.browser.login("alice", "Passw0rd!");

		assertThat(this.browser.answer("code", "123456")).isEqualTo("/welcome");
	}

	@Test
	void pageWhenItIsTheApplicationsThenItLearnsWhatToShowWithoutSecrets() {
		start((http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.challengePage("/open")));

		assertThat(this.browser.login("alice", "Passw0rd!")).isEqualTo("/open");
		MvcTestResult page = this.browser.get("/open");

		assertThat(page).hasStatusOk().bodyText().isEqualTo("open to all");
		CognitoChallengeView view = (CognitoChallengeView) page.getRequest()
			.getAttribute(CognitoChallengeView.ATTRIBUTE);
		assertThat(view.getName()).isEqualTo("SMS_MFA");
		assertThat(view.getDestination()).isEqualTo("+*******9999");
		assertThat(view).hasToString("CognitoChallengeView[name=SMS_MFA]");
		assertThat(this.browser.get("/login")).hasStatusOk();
	}

	@Test
	void pageWhenItIsTheApplicationsThenItNeedNotSendTheStep() {
		start((http) -> http.with(new CognitoLoginConfigurer()));
		this.browser.login("alice", "Passw0rd!");

		assertThat(TestBrowser.location(post("code", "123456"))).isEqualTo("/");
	}

	@Test
	void pageWhenAScriptAsksForItThenProblemHasWhatToShowWithoutSecrets() {
		start((http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.challengePage("/open")));
		this.browser.login("alice", "Passw0rd!");

		MvcTestResult page = this.application.mvc()
			.get()
			.uri("/open")
			.accept(MediaType.APPLICATION_JSON)
			.session(this.browser.session())
			.exchange();

		assertThat(page).hasStatus(401)
			.hasContentType("application/problem+json")
			.hasHeader("WWW-Authenticate", "Cognito challenge=\"SMS_MFA\"")
			.hasHeader("Cache-Control", "no-store");
		assertThat(page).bodyText().doesNotContain("session-of-alice");
		assertThat(TestJsonClient.body(page)).containsEntry("challenge", "SMS_MFA")
			.containsEntry("parameters", Map.of("deliveryMedium", "SMS", "destination", "+*******9999"))
			.containsKey("step");
	}

	@Test
	void answerWhenAProgramSendsItThenAnsweredWithAProblem() {
		this.accounts = StubAccountManager.answering(CODE).responding((answer) -> {
			throw new CognitoException(CognitoError.CODE_MISMATCH, "Invalid code received for user");
		});
		start((http) -> http.with(new CognitoLoginConfigurer()));
		this.browser.login("alice", "Passw0rd!");

		MvcTestResult wrong = post("code", "000000", MediaType.APPLICATION_JSON);

		assertThat(wrong).hasStatus(401).hasContentType("application/problem+json");
		assertThat(wrong).bodyText().contains("This code is not correct.");
		assertThat(this.browser.challengePage()).contains("This code is not correct.");
	}

	@Test
	void answerWhenNoLoginIsUnderWayThenNotSent() {
		start((http) -> http.with(new CognitoLoginConfigurer()));

		assertThat(TestBrowser.location(post("code", "123456"))).isEqualTo(CHALLENGE);
		assertThat(this.accounts.calls()).isEmpty();
	}

	@Test
	void answerWhenCognitoAsksWhatIsNotKnownThenTheLoginIsOver() {
		this.accounts = StubAccountManager.answering(CODE)
			.responding((answer) -> new SignInChallenge.Unsupported(CODE.progress(), "NEW_CHALLENGE"));
		start((http) -> http.with(new CognitoLoginConfigurer()));
		this.browser.login("alice", "Passw0rd!");

		assertThat(this.browser.answer("code", "123456")).isEqualTo("/login?error");
		assertThat(this.browser.isLoggedIn()).isFalse();
	}

	@Test
	void answerWhenTheUserWasAnotherOneBeforeThenNothingOfThatOneIsLeft() {
		start((http) -> http.with(new CognitoLoginConfigurer()));
		this.browser.login("bob", "Passw0rd!");
		this.browser.answer("code", "123456");
		Authentication before = this.browser.user();

		this.browser.login("alice", "Passw0rd!");
		this.browser.answer("code", "123456");

		assertThat(this.browser.user()).isNotSameAs(before);
		assertThat(this.accounts.calls()).hasSize(4);
	}

	@Test
	void resourcesWhenAskedForThenServedToEverybody() {
		start((http) -> http.with(new CognitoLoginConfigurer()));

		assertThat(this.browser.get("/cognitex/login.css")).hasStatusOk().hasContentType("text/css;charset=UTF-8");
		assertThat(this.browser.get("/cognitex/login.js")).hasStatusOk()
			.hasContentType("text/javascript;charset=UTF-8");
		assertThat(TestBrowser.location(this.browser.get("/cognitex/other"))).isEqualTo("/login");
	}

	@Test
	void settingsWhenABeanThenTheyAreTheDefault() {
		this.application = TestApplication.with(this.accounts)
			.bean(CognitoLoginSettings.class,
					new CognitoLoginSettings(true, PasswordPolicy.withDefaults(), "Shop", null, null))
			.start((http) -> http.with(new CognitoLoginConfigurer()));

		assertThat(new TestBrowser(this.application).get("/login")).bodyText().doesNotContain("type=\"password\"");
	}

	@Test
	void settingsWhenTheChainSaysOtherwiseThenItDecides() {
		this.application = TestApplication.with(this.accounts)
			.bean(CognitoLoginSettings.class,
					new CognitoLoginSettings(true, PasswordPolicy.withDefaults(), "Shop", null, null))
			.start((http) -> http.with(new CognitoLoginConfigurer(), (login) -> login.usernameFirst(false)));

		assertThat(new TestBrowser(this.application).get("/login")).bodyText().contains("type=\"password\"");
	}

	private MvcTestResult post(String name, String value) {
		return post(name, value, MediaType.TEXT_HTML);
	}

	private MvcTestResult post(String name, String value, MediaType accept) {
		return this.application.mvc()
			.post()
			.uri(CHALLENGE)
			.with(csrf())
			.accept(accept)
			.session(this.browser.session())
			.param(name, value)
			.exchange();
	}

	private static MockHttpServletRequest requestIn(MockHttpSession session) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(session);
		return request;
	}

}
