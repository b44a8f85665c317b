package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class ChangePasswordTests {

	private static final String NEW_PASSWORD = "Battery-Staple-2";

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	private String email = "";

	private MockHttpSession session = new MockHttpSession();

	@Autowired
	ChangePasswordTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@BeforeEach
	void logIn() {
		this.email = TestUsers.addUser(this.cognito);
		this.session = TestSessions.logIn(this.mvc, this.email);
	}

	@Test
	void pageWhenNotLoggedInThenLeadsToLogin() {
		assertThat(this.mvc.get().uri("/profile/password")).hasRedirectedUrl("/login");
	}

	@Test
	void changePasswordWhenNotLoggedInThenLeadsToLogin() {
		assertThat(this.mvc.post().uri("/profile/password").with(csrf())).hasRedirectedUrl("/login");
	}

	@Test
	void changePasswordWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/profile/password").session(this.session)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void changePasswordWhenFieldsAreBlankThenSaysSoOfEach() {
		assertThat(changePassword("", " ")).hasStatusOk()
			.bodyText()
			.contains("Enter your current password.", "Enter a new password.");
	}

	@Test
	void changePasswordWhenFieldsAreTooLongThenSaysSo() {
		String tooLong = "x".repeat(10_000);

		assertThat(changePassword(tooLong, tooLong)).hasStatusOk()
			.bodyText()
			.contains("A password can have at most 256 characters.")
			.doesNotContain(tooLong);
	}

	@Test
	void changePasswordWhenCurrentPasswordIsWrongThenSaysSo() {
		assertThat(changePassword("Not-My-Password-1", NEW_PASSWORD)).hasStatusOk()
			.bodyText()
			.contains("This is not your current password.")
			.doesNotContain("Not-My-Password-1", NEW_PASSWORD);
	}

	@Test
	void changePasswordWhenTriedTooOftenThenSaysSo() {
		for (int i = 0; i < 5; i++) {
			changePassword("Not-My-Password-1", NEW_PASSWORD);
		}

		assertThat(changePassword("Not-My-Password-1", NEW_PASSWORD)).hasStatus(HttpStatus.TOO_MANY_REQUESTS)
			.bodyText()
			.contains("Too many attempts.");
	}

	@Test
	void changePasswordWhenNewPasswordIsWeakThenSaysSo() {
		assertThat(changePassword(TestUsers.PASSWORD, "weak")).hasStatusOk()
			.bodyText()
			.contains("This password does not keep to the rules.");
	}

	@Test
	void changePasswordThenNewPasswordLogsIn() {
		MvcTestResult result = changePassword(TestUsers.PASSWORD, NEW_PASSWORD);

		assertThat(result).hasRedirectedUrl("/profile").flash().containsEntry("notice", "password.changed");
		assertThat(this.accounts.authenticate(this.email, NEW_PASSWORD)).isInstanceOf(SignIn.Completed.class);
	}

	@Test
	void changePasswordThenOtherSessionsEndAndThisOneGoesOn() {
		MockHttpSession other = TestSessions.logIn(this.mvc, this.email);

		changePassword(TestUsers.PASSWORD, NEW_PASSWORD);

		assertThat(this.mvc.get().uri("/profile").session(other)).hasRedirectedUrl("/login?ended");
		assertThat(this.mvc.get().uri("/profile").session(this.session)).hasStatusOk();
	}

	@Test
	void changePasswordWhenRefusedThenOtherSessionsGoOn() {
		MockHttpSession other = TestSessions.logIn(this.mvc, this.email);

		changePassword("Not-My-Password-1", NEW_PASSWORD);

		assertThat(this.mvc.get().uri("/profile").session(other)).hasStatusOk();
	}

	private MvcTestResult changePassword(String currentPassword, String newPassword) {
		return this.mvc.post()
			.uri("/profile/password")
			.session(this.session)
			.with(csrf())
			.param("currentPassword", currentPassword)
			.param("newPassword", newPassword)
			.exchange();
	}

}
