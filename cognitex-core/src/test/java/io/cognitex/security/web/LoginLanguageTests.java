package io.cognitex.security.web;

import java.util.Locale;

import io.cognitex.CognitoError;
import io.cognitex.security.StubAccountManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for the language of logins, and for where a failed one leads.
 */
class LoginLanguageTests {

	private final MockHttpSession session = new MockHttpSession();

	private TestApplication application = TestApplication.with(new StubAccountManager());

	@AfterEach
	void close() {
		this.application.close();
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void loginWhenBrowserAsksForALanguageThenPageAndErrorAreInIt() {
		start(new StubAccountManager(), new CognitoLoginConfigurer());

		login("de-DE");

		assertThat(page("de-DE")).bodyText()
			.contains("<html lang=\"de\">", "Fehler: Anmelden", "Benutzername oder Passwort ist nicht richtig.");
		assertThat(LocaleContextHolder.getLocaleContext()).isNull();
	}

	@Test
	void loginWhenApplicationHasChosenALocaleThenItCounts() {
		start(new StubAccountManager(), new CognitoLoginConfigurer());
		LocaleContextHolder.setLocale(Locale.JAPANESE);

		login("de-DE");

		assertThat(page("de-DE")).bodyText().contains("<html lang=\"ja\">", "ユーザー名またはパスワードが正しくありません。");
	}

	@Test
	void loginWhenPasswordIsWrongThenPageTellsWaysOnThatTellNothingOfTheAccount() {
		start(StubAccountManager.failing(CognitoError.NOT_AUTHORIZED), withPages());

		login("en");

		assertThat(page("en")).bodyText()
			.contains("Still not in?", "<a href=\"/forgot-password\">Forgot your password?</a>")
			.doesNotContain("/confirm");
	}

	@Test
	void loginWhenNotConfirmedThenPageLeadsToWhereThatIsDone() {
		start(StubAccountManager.failing(CognitoError.USER_NOT_CONFIRMED), withPages());

		login("en");

		assertThat(page("en")).bodyText().contains("<a href=\"/confirm\">Confirm your account</a>");
	}

	@Test
	void loginWhenPasswordHasToBeResetThenPageLeadsToWhereThatIsDone() {
		start(StubAccountManager.failing(CognitoError.PASSWORD_RESET_REQUIRED), withPages());

		login("en");

		assertThat(page("en")).bodyText().contains("<a href=\"/forgot-password\">Set a new password</a>");
	}

	@Test
	void loginWhenApplicationHasNoSuchPagesThenNoLinks() {
		start(StubAccountManager.failing(CognitoError.USER_NOT_CONFIRMED), new CognitoLoginConfigurer());

		login("en");

		assertThat(page("en")).bodyText().contains("not confirmed yet").doesNotContain("<a ");
	}

	private static CognitoLoginConfigurer withPages() {
		return new CognitoLoginConfigurer().confirmPage("/confirm").forgotPasswordPage("/forgot-password");
	}

	private void start(StubAccountManager accounts, CognitoLoginConfigurer login) {
		this.application = TestApplication.with(accounts).start((http) -> http.with(login));
	}

	private void login(String language) {
		MvcTestResult result = this.application.mvc()
			.post()
			.uri("/login")
			.with(csrf())
			.session(this.session)
			.header("Accept-Language", language)
			.param("username", "alice")
			.param("password", "Passw0rd!")
			.exchange();
		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login?error");
	}

	private MvcTestResult page(String language) {
		return this.application.mvc()
			.get()
			.uri("/login?error")
			.session(this.session)
			.header("Accept-Language", language)
			.exchange();
	}

}
