package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class ForgotPasswordTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	@Autowired
	ForgotPasswordTests(MockMvcTester mvc, EmbeddedCognito cognito) {
		this.mvc = mvc;
		this.cognito = cognito;
	}

	@Test
	void forgotPasswordWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/forgot-password")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void forgotPasswordWhenEmailIsBlankThenSaysSo() {
		assertThat(forgotPassword(" ")).hasStatusOk().bodyText().contains("Enter your e-mail address.");
	}

	@Test
	void forgotPasswordWhenEmailIsMalformedThenSaysSoAndKeepsIt() {
		assertThat(forgotPassword("bob@@")).hasStatusOk()
			.bodyText()
			.contains("Enter an e-mail address such as name@example.com.", "bob@@");
	}

	@Test
	void forgotPasswordWhenEmailIsTooLongThenSaysSo() {
		assertThat(forgotPassword("x".repeat(10_000))).hasStatusOk()
			.bodyText()
			.contains("An e-mail address can have at most 128 characters.");
	}

	@Test
	void forgotPasswordWhenUserIsUnknownThenSaysTheSameAsOfAKnownOne() {
		String known = TestUsers.addUser(this.cognito);
		String unknown = TestUsers.newEmail();

		for (String email : new String[] { known, unknown }) {
			assertThat(forgotPassword(email)).hasRedirectedUrl("/reset-password")
				.flash()
				.containsEntry("notice", "code.sent-if-known")
				.containsEntry("resetPasswordForm", new ResetPasswordForm(email, "", ""));
		}
		assertThat(this.cognito.lastMessage(known)).isPresent();
	}

	@Test
	void forgotPasswordWhenAskedForTooOftenThenSaysTheSameAsOtherwise() {
		String email = TestUsers.addUser(this.cognito);

		for (int i = 0; i < 25; i++) {
			assertThat(forgotPassword(email)).hasRedirectedUrl("/reset-password");
		}
	}

	private MvcTestResult forgotPassword(String email) {
		return this.mvc.post().uri("/forgot-password").with(csrf()).param("email", email).exchange();
	}

}
