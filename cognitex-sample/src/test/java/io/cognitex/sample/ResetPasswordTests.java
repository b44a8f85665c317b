package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class ResetPasswordTests {

	private static final String NEW_PASSWORD = "Battery-Staple-2";

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	@Autowired
	ResetPasswordTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@Test
	void resetPasswordWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/reset-password")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void resetPasswordWhenFieldsAreBlankThenSaysSoOfEach() {
		assertThat(resetPassword("", "", "")).hasStatusOk()
			.bodyText()
			.contains("Enter your e-mail address.", "Enter the code from the e-mail.", "Enter a password.");
	}

	@Test
	void resetPasswordWhenFieldsAreTooLongThenSaysSo() {
		String tooLong = "1".repeat(10_000);

		assertThat(resetPassword(tooLong, tooLong, tooLong)).hasStatusOk()
			.bodyText()
			.contains("An e-mail address can have at most 128 characters.", "This is too long to be a code.",
					"A password can have at most 256 characters.");
	}

	@Test
	void resetPasswordWhenCodeIsWrongThenSaysSoAndKeepsWhatWasTyped() {
		String email = TestUsers.addUser(this.cognito);
		String wrong = code(email).equals("000000") ? "000001" : "000000";

		assertThat(resetPassword(email, wrong, NEW_PASSWORD)).hasStatusOk()
			.bodyText()
			.contains("This code is wrong, has expired or was used already.", email, wrong)
			.doesNotContain(NEW_PASSWORD);
	}

	@Test
	void resetPasswordWhenUserIsUnknownOrAskedForNoCodeThenPageIsTheSameAsForAWrongCode() {
		String waiting = TestUsers.addUser(this.cognito);
		String wrong = code(waiting).equals("000000") ? "000001" : "000000";
		String expected = TestPages.of(resetPassword(waiting, wrong, NEW_PASSWORD), waiting);

		for (String email : new String[] { TestUsers.newEmail(), TestUsers.addUser(this.cognito) }) {
			assertThat(TestPages.of(resetPassword(email, wrong, NEW_PASSWORD), email)).isEqualTo(expected);
		}
	}

	@Test
	void resetPasswordWhenCodeWasUsedThenSaysSo() {
		String email = TestUsers.addUser(this.cognito);
		String code = code(email);
		resetPassword(email, code, NEW_PASSWORD);

		assertThat(resetPassword(email, code, "Something-Else-3")).hasStatusOk()
			.bodyText()
			.contains("This code is wrong, has expired or was used already.");
	}

	@Test
	void resetPasswordWhenPasswordIsWeakThenSaysSo() {
		String email = TestUsers.addUser(this.cognito);

		assertThat(resetPassword(email, code(email), "weak")).hasStatusOk()
			.bodyText()
			.contains("This password does not keep to the rules.");
	}

	@Test
	void resetPasswordThenOnlyTheNewPasswordLogsIn() {
		String email = TestUsers.addUser(this.cognito);

		MvcTestResult result = resetPassword(email, code(email), NEW_PASSWORD);

		assertThat(result).hasRedirectedUrl("/login").flash().containsEntry("notice", "password.reset");
		assertThat(this.accounts.authenticate(email, NEW_PASSWORD)).isInstanceOf(SignIn.Completed.class);
	}

	private String code(String email) {
		this.accounts.forgotPassword(email);
		return this.cognito.lastMessage(email).orElseThrow().code();
	}

	private MvcTestResult resetPassword(String email, String code, String password) {
		return this.mvc.post()
			.uri("/reset-password")
			.with(csrf())
			.param("email", email)
			.param("code", code)
			.param("password", password)
			.exchange();
	}

}
