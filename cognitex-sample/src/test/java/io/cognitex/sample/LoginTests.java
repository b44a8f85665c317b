package io.cognitex.sample;

import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class LoginTests {

	private static final String BAD_CREDENTIALS = "The e-mail address or the password is not correct.";

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	@Autowired
	LoginTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@Test
	void logInWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/login")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void logInWhenFieldsAreBlankThenSaysTheyAreNotCorrect() {
		assertThat(failedLogIn("", "")).bodyText().contains(BAD_CREDENTIALS);
	}

	@Test
	void logInWhenFieldsAreTooLongThenSaysTheyAreNotCorrect() {
		String tooLong = "x".repeat(10_000);

		assertThat(failedLogIn(tooLong, tooLong)).bodyText().contains(BAD_CREDENTIALS);
	}

	@Test
	void logInWhenPasswordIsWrongThenSaysSoAndKeepsTheEmail() {
		String email = TestUsers.addUser(this.cognito);

		assertThat(failedLogIn(email, "Not-My-Password-1")).bodyText()
			.contains(BAD_CREDENTIALS, "value=\"" + email + "\"")
			.doesNotContain("Not-My-Password-1");
	}

	@Test
	void logInWhenUserIsUnknownOrDisabledThenPageIsTheSameAsForAWrongPassword() {
		String known = TestUsers.addUser(this.cognito);
		String unknown = TestUsers.newEmail();
		String disabled = TestUsers.newEmail();
		this.cognito.addUser(EmbeddedUser.named(disabled).password(TestUsers.PASSWORD).enabled(false).build());

		String expected = TestPages.of(failedLogIn(known, "Not-My-Password-1"), known);

		assertThat(TestPages.of(failedLogIn(unknown, "Not-My-Password-1"), unknown)).isEqualTo(expected);
		assertThat(TestPages.of(failedLogIn(disabled, TestUsers.PASSWORD), disabled)).isEqualTo(expected);
	}

	@Test
	void logInWhenUserIsNotConfirmedThenLeadsToConfirmation() {
		String email = TestUsers.newEmail();
		this.accounts.signUp(email, TestUsers.PASSWORD, Map.of("email", email, "name", "Test User"));

		assertThat(failedLogIn(email, TestUsers.PASSWORD)).bodyText()
			.contains("This account is not confirmed yet.", "href=\"/confirm\"");
	}

	@Test
	void logInWhenAPageWasAskedForThenLeadsThere() {
		String email = TestUsers.addUser(this.cognito);
		MockHttpSession session = new MockHttpSession();
		assertThat(this.mvc.get().uri("/profile").session(session)).hasRedirectedUrl("/login");

		MvcTestResult result = this.mvc.post()
			.uri("/login")
			.session(session)
			.with(csrf())
			.param("username", email)
			.param("password", TestUsers.PASSWORD)
			.exchange();

		assertThat(result).redirectedUrl().contains("/profile");
	}

	@Test
	void logOutThenIsLoggedOut() {
		MockHttpSession session = TestSessions.logIn(this.mvc, TestUsers.addUser(this.cognito));

		MvcTestResult result = this.mvc.post().uri("/logout").session(session).with(csrf()).exchange();

		assertThat(result).hasRedirectedUrl("/login?logout");
		assertThat(session.isInvalid()).isTrue();
		assertThat(this.mvc.get().uri("/login?logout")).hasStatusOk().bodyText().contains("You are logged out.");
	}

	private MvcTestResult failedLogIn(String email, String password) {
		MvcTestResult result = this.mvc.perform(formLogin().user(email).password(password));
		assertThat(result).hasRedirectedUrl("/login?error");
		MockHttpSession session = (MockHttpSession) result.getRequest().getSession();
		assertThat(this.mvc.get().uri("/profile").session(session)).hasRedirectedUrl("/login");
		return this.mvc.get().uri("/login?error").session(session).exchange();
	}

}
