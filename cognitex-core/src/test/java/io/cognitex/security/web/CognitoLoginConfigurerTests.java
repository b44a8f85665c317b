package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import io.cognitex.TestChallenges;
import io.cognitex.CognitoError;
import io.cognitex.SignInChallenge;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoAuthenticationProvider;
import io.cognitex.security.CognitoAuthoritiesMapper;
import io.cognitex.security.SignInFailure;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.TestingAuthenticationProvider;
import org.springframework.security.authentication.ott.InMemoryOneTimeTokenService;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for {@link CognitoLoginConfigurer}.
 */
class CognitoLoginConfigurerTests {

	private static final Consumer<HttpSecurity> LOGIN = (http) -> http.with(new CognitoLoginConfigurer());

	private static final SignInChallenge CHALLENGE = TestChallenges.smsMfa();

	private static final String WRONG = "The username or password is not correct.";

	private static final String OUTAGE = "Logging in is not possible at the moment. You did nothing wrong: try again in a moment.";

	private final MockHttpSession session = new MockHttpSession();

	private TestApplication application = TestApplication.with(new StubAccountManager());

	@AfterEach
	void close() {
		this.application.close();
	}

	@Test
	void requestWhenNotLoggedInThenLoginPage() {
		start(new StubAccountManager(), LOGIN);

		assertThat(get("/me").getResponse().getRedirectedUrl()).isEqualTo("/login");
		assertThat(get("/login")).hasStatusOk()
			.hasContentType("text/html;charset=UTF-8")
			.bodyText()
			.contains("action=\"/login\"", "name=\"username\" value=\"\"", "name=\"password\"", "name=\"_csrf\"")
			.doesNotContain("alert", "remember-me");
	}

	@Test
	void loginWhenCsrfTokenIsMissingThenForbidden() {
		StubAccountManager accounts = succeeding();
		start(accounts, LOGIN);

		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login")
			.param("username", "alice")
			.param("password", "Passw0rd!")
			.exchange();

		assertThat(result).hasStatus(403);
		assertThat(accounts.calls()).isEmpty();
	}

	@Test
	void loginWhenPasswordIsWrongThenPageSaysSoAndKeepsTheUsername() {
		start(new StubAccountManager(), LOGIN);

		assertThat(login("alice@example.com", "wr0ng-Passw0rd").getResponse().getRedirectedUrl())
			.isEqualTo("/login?error");

		assertThat(get("/login?error")).bodyText()
			.contains("<div class=\"alert alert-danger\" role=\"alert\" id=\"error\">" + WRONG + "</div>",
					"name=\"username\" value=\"alice@example.com\"",
					"autocomplete=\"current-password\" autofocus aria-describedby=\"error\"")
			.doesNotContain("wr0ng-Passw0rd");
		assertNobodyIsLoggedIn();
	}

	@Test
	void loginWhenUserIsUnknownOrPasswordIsWrongThenNothingTellsThemApart() {
		String unknown = everythingToSee(StubAccountManager.failing(CognitoError.USER_NOT_FOUND));
		String wrong = everythingToSee(StubAccountManager.failing(CognitoError.NOT_AUTHORIZED));

		assertThat(unknown).isEqualTo(wrong).contains("302", "/login?error", WRONG);
	}

	/**
	 * Statuses, headers, session and page of a login that fails, without what is random.
	 */
	private static String everythingToSee(StubAccountManager accounts) {
		try (TestApplication application = TestApplication.with(accounts).start(LOGIN)) {
			MockHttpSession session = new MockHttpSession();
			MockHttpServletResponse login = application.mvc()
				.post()
				.uri("/login")
				.with(csrf())
				.session(session)
				.param("username", "alice")
				.param("password", "Passw0rd!")
				.exchange()
				.getResponse();
			MvcTestResult page = application.mvc().get().uri("/login?error").session(session).exchange();
			String html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
			return login.getStatus() + " " + headers(login) + " " + headers(page.getResponse()) + " "
					+ failure(session).getMessage() + " " + failure(session).getUsername() + " "
					+ html.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
		}
	}

	private static String headers(MockHttpServletResponse response) {
		return response.getHeaderNames()
			.stream()
			.map((name) -> name + ": " + response.getHeaders(name))
			.toList()
			.toString();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "INTERNAL_ERROR" })
	void loginWhenCognitoIsDownThenPageSaysSoAndKeepsTheUsername(CognitoError error) {
		start(StubAccountManager.failing(error), LOGIN);

		login("alice", "Passw0rd!");

		assertThat(get("/login?error")).bodyText()
			.contains(OUTAGE, "value=\"alice\"")
			.doesNotContain(WRONG, "cognito-text");
	}

	@Test
	void loginWhenSetUpWronglyThenPageSaysThatThePersonIsNotToBlame() {
		start(StubAccountManager.failing(CognitoError.RESOURCE_NOT_FOUND), LOGIN);

		login("alice", "Passw0rd!");

		assertThat(get("/login?error")).bodyText()
			.contains("is set up wrongly. You did nothing wrong: tell the people who run it.", "value=\"alice\"")
			.doesNotContain(WRONG, "cognito-text");
	}

	@Test
	void loginWhenChallengeIsNotKnownThenPageSaysSoAndNobodyIsLoggedIn() {
		start(StubAccountManager.answering(new SignInChallenge.Unsupported(CHALLENGE.progress(), "NEW_CHALLENGE")),
				LOGIN);

		assertThat(login("alice", "Passw0rd!").getResponse().getRedirectedUrl()).isEqualTo("/login?error");

		assertThat(get("/login?error")).bodyText().contains("This login needs a step that this application cannot ask");
		assertThat(SessionContents.of(this.session)).doesNotContain("session-of-alice", "Passw0rd!");
		assertNobodyIsLoggedIn();
	}

	@Test
	void loginWhenFieldsAreEmptyOrMissingThenRefusedWithoutACall() {
		StubAccountManager accounts = succeeding();
		start(accounts, LOGIN);

		login("", "");
		assertThat(get("/login?error")).bodyText().contains(WRONG, "value=\"\"");
		MvcTestResult result = this.application.mvc().post().uri("/login").with(csrf()).exchange();

		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login?error");
		assertThat(accounts.calls()).isEmpty();
	}

	@Test
	void loginWhenFieldsAreTooLongThenRefusedAndTheUsernameIsKept() {
		StubAccountManager accounts = succeeding();
		start(accounts, LOGIN);

		login("a".repeat(10_000), "p".repeat(10_000));

		assertThat(get("/login?error")).bodyText().contains(WRONG, "value=\"" + "a".repeat(10_000) + "\"");
		assertThat(accounts.calls()).isEmpty();
	}

	@Test
	void loginWhenUsernameIsHugeThenItDoesNotFillTheSession() {
		start(new StubAccountManager(), LOGIN);

		login("a".repeat(1_000_000), "Passw0rd!");

		assertThat(SessionContents.of(this.session)).hasSizeLessThan(10_000);
	}

	@Test
	void loginWhenUsernameIsHtmlThenItIsEscaped() {
		start(new StubAccountManager(), LOGIN);

		login("\"><script>alert(1)</script>", "Passw0rd!");

		assertThat(get("/login?error")).bodyText()
			.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
			.doesNotContain("<script>");
	}

	@Test
	void loginWhenPasswordIsWrongThenTheSessionHoldsNone() {
		start(new StubAccountManager(), LOGIN);

		login("alice", "wr0ng-Passw0rd");

		assertThat(SessionContents.of(this.session)).contains("alice").doesNotContain("wr0ng-Passw0rd", "Incorrect");
		assertThat(failure(this.session).getStackTrace()).isEmpty();
	}

	@Test
	void loginWhenApplicationsOwnHandlerKeepsTheExceptionThenTheSessionHoldsNoPassword() {
		start(new StubAccountManager(), (http) -> http.with(new CognitoLoginConfigurer(),
				(login) -> login.failureHandler(new SimpleUrlAuthenticationFailureHandler("/login?own"))));

		MvcTestResult result = login("alice", "wr0ng-Passw0rd");

		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login?own");
		assertThat(SessionContents.of(this.session)).contains("alice").doesNotContain("wr0ng-Passw0rd");
	}

	@Test
	void loginWhenErrorPageIsOpenedWithoutAFailureThenItStillSaysSomething() {
		start(new StubAccountManager(), LOGIN);

		assertThat(get("/login?error")).bodyText().contains(WRONG);
	}

	@Test
	void loginWhenJsonIsAskedForThenProblem() {
		start(new StubAccountManager(), LOGIN);

		MvcTestResult result = loginAccepting(MediaType.APPLICATION_JSON);

		assertThat(result).hasStatus(401)
			.hasContentType("application/problem+json")
			.hasHeader("WWW-Authenticate", "Cognito");
		assertThat(result).bodyText()
			.isEqualTo("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"" + WRONG + "\"}");
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void loginWhenJsonIsAskedForAndCognitoIsDownThenServiceUnavailable() {
		start(StubAccountManager.failing(CognitoError.SERVICE_UNAVAILABLE), LOGIN);

		MvcTestResult result = loginAccepting(MediaType.APPLICATION_PROBLEM_JSON);

		assertThat(result).hasStatus(503).hasHeader("Retry-After", "5").doesNotContainHeader("WWW-Authenticate");
		assertThat(result).bodyText()
			.isEqualTo("{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"" + OUTAGE + "\"}");
	}

	@Test
	void loginWhenJsonIsAskedForAndThereWereTooManyAttemptsThenTooManyRequests() {
		start(StubAccountManager.failing(CognitoError.LIMIT_EXCEEDED), LOGIN);

		assertThat(loginAccepting(MediaType.APPLICATION_JSON)).hasStatus(429).hasHeader("Retry-After", "60");
	}

	@Test
	void loginWhenJsonIsAskedForAndChallengedThenProblemNamesTheStepAndNotTheSession() {
		start(StubAccountManager.answering(CHALLENGE), LOGIN);

		assertThat(loginAccepting(MediaType.APPLICATION_JSON)).hasStatus(401)
			.bodyText()
			.isEqualTo("{\"type\":\"urn:cognitex:challenge\",\"challenge\":\"SMS_MFA\",\"title\":\"Unauthorized\","
					+ "\"status\":401,\"detail\":\"This login needs another step.\"}");
	}

	@Test
	void loginWhenABrowserAcceptsJsonTooThenPage() {
		start(new StubAccountManager(), LOGIN);

		MvcTestResult result = loginAccepting(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MediaType.ALL);

		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login?error");
	}

	@Test
	void loginWhenCompletedThenSavedRequestAndSession() {
		start(succeeding(), LOGIN);
		get("/me?tab=1");

		MvcTestResult result = login("alice@example.com", "Passw0rd!");

		assertThat(result.getResponse().getRedirectedUrl()).startsWith("http://localhost/me?tab=1");
		assertThat(get("/me")).hasStatusOk()
			.bodyText()
			.isEqualTo(
					"alice alice@example.com [FACTOR_PASSWORD, ROLE_Readers, ROLE_admin, SCOPE_aws.cognito.signin.user.admin]");
		assertThat(get("/admin")).hasStatusOk();
		assertThat(get("/password")).hasStatusOk();
		assertThat(this.application.events()).contains("AuthenticationSuccessEvent",
				"InteractiveAuthenticationSuccessEvent");
	}

	@Test
	void loginWhenCompletedThenTheSessionHoldsNoPasswordAndNoFailure() {
		start(succeeding(), LOGIN);
		this.session.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION,
				new CognitoLoginFailedException(WRONG, "al", SignInFailure.BAD_CREDENTIALS));

		login("alice", "Passw0rd!");

		assertThat(SessionContents.of(this.session)).contains("alice", "FACTOR_PASSWORD").doesNotContain("Passw0rd!");
		assertThat(this.session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION)).isNull();
		SecurityContext context = (SecurityContext) this.session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		assertThat(context.getAuthentication()).isInstanceOf(CognitoAuthentication.class);
	}

	@Test
	void loginWhenCompletedThenSessionGetsANewId() {
		start(succeeding(), LOGIN);
		String before = this.session.getId();

		this.application.mvc().post().uri("/login").with(csrf()).session(this.session).with((request) -> {
			request.setRequestedSessionIdValid(true);
			return request;
		}).param("username", "alice").param("password", "Passw0rd!").exchange();

		assertThat(this.session.getId()).isNotEqualTo(before);
	}

	@Test
	void logoutWhenLoggedInThenLoginPageSaysSo() {
		start(succeeding(), LOGIN);
		login("alice", "Passw0rd!");

		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/logout")
			.with(csrf())
			.session(this.session)
			.exchange();

		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login?logout");
		assertThat(this.session.isInvalid()).isTrue();
		assertThat(this.application.mvc().get().uri("/login?logout")).bodyText().contains("You are logged out.");
		assertThat(this.application.mvc().get().uri("/default-ui.css")).hasStatusOk();
	}

	@Test
	void loginPageWhenItIsTheApplicationsThenNoneIsGeneratedAndItLearnsOfTheFailure() {
		start(new StubAccountManager(), (http) -> http.with(new CognitoLoginConfigurer(), (
				login) -> login.loginPage("/open").usernameParameter("email").passwordParameter("secret").permitAll()));

		assertThat(get("/me").getResponse().getRedirectedUrl()).isEqualTo("/open");
		assertThat(get("/open")).hasStatusOk().bodyText().isEqualTo("open to all");
		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/open")
			.with(csrf())
			.session(this.session)
			.param("email", "alice@example.com")
			.param("secret", "wr0ng-Passw0rd")
			.exchange();

		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/open?error");
		assertThat(get("/open?error")).hasStatusOk().bodyText().isEqualTo("open to all");
		assertThat(failure(this.session)).hasMessage(WRONG);
		assertThat(failure(this.session).getUsername()).isEqualTo("alice@example.com");
	}

	@Test
	void loginPageWhenAnotherLoginSharesItThenItIsSpringSecuritys() {
		this.application = TestApplication.with(new StubAccountManager())
			.bean(OneTimeTokenService.class, new InMemoryOneTimeTokenService())
			.bean(UserDetailsService.class, new InMemoryUserDetailsManager())
			.start((http) -> http.with(new CognitoLoginConfigurer())
				.oneTimeTokenLogin((ott) -> ott.tokenGenerationSuccessHandler((request, response, token) -> {
				})));

		assertThat(get("/login")).bodyText().contains("Request a One-Time Token", "name=\"password\"");
	}

	@Test
	void loginWhenTheApplicationRemembersThenItIsTold() {
		TestRememberMeServices rememberMe = new TestRememberMeServices();
		start(succeeding(), (http) -> http.with(new CognitoLoginConfigurer())
			.rememberMe((configurer) -> configurer.rememberMeServices(rememberMe).key("key")));

		login("alice", "Passw0rd!");

		assertThat(rememberMe.remembered).isEqualTo("alice");
	}

	@Test
	void loginPageWhenTheApplicationRemembersThenItAsks() {
		start(succeeding(),
				(http) -> http.with(new CognitoLoginConfigurer())
					.rememberMe((configurer) -> configurer
						.rememberMeServices(new TokenBasedRememberMeServices("key", new InMemoryUserDetailsManager()))
						.key("key")));

		assertThat(get("/login")).bodyText().contains("name=\"remember-me\"", "Remember me on this computer");
	}

	@Test
	void loginWhenProviderIsALoneBeanThenAWrongPasswordIsSentOnce() {
		StubAccountManager accounts = new StubAccountManager();
		this.application = TestApplication.with(accounts)
			.bean(CognitoAuthenticationProvider.class, new CognitoAuthenticationProvider(accounts))
			.start(LOGIN);

		login("alice", "wrong");

		assertThat(accounts.calls()).containsExactly("authenticate");
	}

	@Test
	void loginWhenThereAreTwoProviderBeansThenOursIsUsedAndAWrongPasswordIsSentOnce() {
		StubAccountManager accounts = new StubAccountManager();
		this.application = TestApplication.with(accounts)
			.bean(CognitoAuthenticationProvider.class, new CognitoAuthenticationProvider(accounts))
			.bean(AuthenticationProvider.class, new TestingAuthenticationProvider())
			.start(LOGIN);

		login("alice", "wrong");

		assertThat(failure(this.session)).hasMessage(WRONG);
		assertThat(accounts.calls()).containsExactly("authenticate");
	}

	@Test
	void loginWhenThereIsNoProviderBeanThenOneIsMadeWithTheMapper() {
		this.application = TestApplication.with(succeeding())
			.bean(CognitoAuthoritiesMapper.class, (claims) -> List.of(new SimpleGrantedAuthority("ROLE_mapped")))
			.start(LOGIN);

		login("alice", "Passw0rd!");

		assertThat(get("/me")).bodyText().endsWith("[FACTOR_PASSWORD, ROLE_mapped]");
	}

	private void start(StubAccountManager accounts, Consumer<HttpSecurity> customizer) {
		this.application = TestApplication.with(accounts).start(customizer);
	}

	private static StubAccountManager succeeding() {
		return StubAccountManager.answering(TestTokens.completed());
	}

	private MvcTestResult get(String url) {
		return this.application.mvc().get().uri(url).accept(MediaType.TEXT_HTML).session(this.session).exchange();
	}

	private MvcTestResult login(String username, String password) {
		return this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.session(this.session)
			.param("username", username)
			.param("password", password)
			.exchange();
	}

	private MvcTestResult loginAccepting(MediaType... mediaTypes) {
		return this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.accept(mediaTypes)
			.param("username", "alice")
			.param("password", "Passw0rd!")
			.exchange();
	}

	private static CognitoLoginFailedException failure(MockHttpSession session) {
		return (CognitoLoginFailedException) session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
	}

	private void assertNobodyIsLoggedIn() {
		assertThat(this.session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
			.isNull();
		assertThat(get("/me").getResponse().getRedirectedUrl()).isEqualTo("/login");
	}

	private static final class TestRememberMeServices implements RememberMeServices {

		private String remembered = "";

		@Override
		public Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
			return null;
		}

		@Override
		public void loginFail(HttpServletRequest request, HttpServletResponse response) {
		}

		@Override
		public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication result) {
			this.remembered = result.getName();
		}

	}

}
