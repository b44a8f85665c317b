package io.cognitex.security.web;

import java.util.Objects;
import java.util.function.Consumer;

import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for forms from pages whose session is gone: {@link OutdatedFormDeniedHandler} and
 * {@link FormPageRequestCache}.
 */
class OutdatedFormTests {

	private static final String PAGE = "http://localhost/me?tab=2";

	private static final String NOT_SENT = "This was not sent";

	private static final Consumer<HttpSecurity> LOGIN = (http) -> http.with(new CognitoLoginConfigurer());

	private TestApplication application = start(LOGIN);

	private MockHttpSession session = new MockHttpSession();

	@AfterEach
	void close() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://attacker.example.com/me", "http://localhost:8443/me", "https://localhost/me",
			"http://localhost@attacker.example.com/me", "/me", "http://localhost", "not an address" })
	void formWhenItIsNotFromAPageOfOursThenForbidden(String page) {
		MvcTestResult result = exchange(form("/me", page));

		assertThat(result).hasStatus(403);
		assertThat(savedRequest()).isNull();
	}

	@Test
	void formWhenSomebodyIsLoggedInThenForbidden() {
		logIn();

		assertThat(exchange(form("/me", PAGE))).hasStatus(403);
	}

	@Test
	void formWhenAScriptSentItThenForbidden() {
		assertThat(exchange(form("/me", PAGE).header("X-Requested-With", "XMLHttpRequest"))).hasStatus(403);
		assertThat(exchange(form("/me", PAGE).contentType(MediaType.APPLICATION_JSON))).hasStatus(403);
		assertThat(exchange(this.application.mvc().put().uri("/me").header(HttpHeaders.REFERER, PAGE))).hasStatus(403);
	}

	@Test
	void formWhenSessionIsGoneThenLoginSaysSoAndLeadsBackToItsPage() {
		MvcTestResult result = exchange(form("/me", PAGE).param("secret", "Typed-Secret-1"));

		assertThat(result).hasRedirectedUrl("/login");
		assertThat(loginPage()).contains(NOT_SENT);
		assertThat(loginPage()).doesNotContain(NOT_SENT);
		assertThat(logIn()).isEqualTo(PAGE + "&continue");
		assertThat(exchange(this.application.mvc().get().uri(PAGE + "&continue"))).hasStatusOk();
	}

	@Test
	void formWhenSessionIsGoneThenNothingOfItIsKept() {
		exchange(form("/me", PAGE).param("secret", "Typed-Secret-1"));

		DefaultSavedRequest saved = Objects.requireNonNull(savedRequest());
		assertThat(saved.getMethod()).isEqualTo("GET");
		assertThat(saved.getParameterMap()).isEmpty();
		assertThat(saved.getHeaderNames()).doesNotContain("Content-Type", "Referer").contains("Accept-Language");
	}

	@Test
	void formWhenNobodyIsLoggedInAndCsrfTokenIsGoodThenLoginSaysSoAndLeadsBackToItsPage() {
		MvcTestResult result = exchange(form("/me", PAGE).with(csrf()));

		assertThat(result).hasRedirectedUrl("/login");
		assertThat(loginPage()).contains(NOT_SENT);
		assertThat(logIn()).isEqualTo(PAGE + "&continue");
	}

	@Test
	void formWhenItTellsNoPageAndCsrfTokenIsGoodThenLoginLeadsToTheStart() {
		MvcTestResult result = exchange(form("/me", "").with(csrf()));

		assertThat(result).hasRedirectedUrl("/login");
		assertThat(loginPage()).doesNotContain(NOT_SENT);
		assertThat(logIn()).isEqualTo("/");
	}

	@Test
	void pageWhenNobodyIsLoggedInThenLoginLeadsBackAndSaysNothingOfAForm() {
		exchange(this.application.mvc().get().uri("/me"));

		assertThat(loginPage()).doesNotContain(NOT_SENT);
		assertThat(logIn()).isEqualTo("http://localhost/me?continue");
	}

	@Test
	void loginWhenItsPageIsOutdatedThenSaysSoAndLogsNobodyIn() {
		MvcTestResult result = exchange(
				form("/login", "http://localhost/login").param("username", "alice").param("password", "Passw0rd!"));

		assertThat(result).hasRedirectedUrl("/login");
		assertThat(loginPage()).contains(NOT_SENT);
		assertThat(logIn()).isEqualTo("/");
	}

	@Test
	void formWhenCsrfProtectionIsOffThenSpringSecuritySendsItAgain() {
		this.application.close();
		this.application = start((http) -> http.csrf((csrf) -> csrf.disable()).with(new CognitoLoginConfigurer()));

		exchange(form("/me", PAGE));

		assertThat(Objects.requireNonNull(savedRequest()).getMethod()).isEqualTo("POST");
	}

	private static TestApplication start(Consumer<HttpSecurity> chain) {
		return TestApplication.with(StubAccountManager.answering(TestTokens.completed())).start(chain);
	}

	private MockMvcRequestBuilder form(String url, String page) {
		MockMvcRequestBuilder form = this.application.mvc()
			.post()
			.uri(url)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.header(HttpHeaders.ACCEPT_LANGUAGE, "en");
		return page.isEmpty() ? form : form.header(HttpHeaders.REFERER, page);
	}

	private MvcTestResult exchange(MockMvcRequestBuilder request) {
		MvcTestResult result = request.session(this.session).accept(MediaType.TEXT_HTML).exchange();
		if (result.getRequest().getSession(false) instanceof MockHttpSession current) {
			this.session = current;
		}
		return result;
	}

	private String loginPage() {
		return TestBrowser.html(exchange(this.application.mvc().get().uri("/login")));
	}

	private String logIn() {
		MvcTestResult result = exchange(
				form("/login", "").with(csrf()).param("username", "alice").param("password", "Passw0rd!"));
		return TestBrowser.location(result);
	}

	private DefaultSavedRequest savedRequest() {
		return (DefaultSavedRequest) this.session.getAttribute("SPRING_SECURITY_SAVED_REQUEST");
	}

}
