package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import java.util.Map;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class ConfirmTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	@Autowired
	ConfirmTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@Test
	void confirmWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/confirm")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void confirmWhenFieldsAreBlankThenSaysSoOfEach() {
		assertThat(confirm("", " ")).hasStatusOk()
			.bodyText()
			.contains("Enter your e-mail address.", "Enter the code from the e-mail.");
	}

	@Test
	void confirmWhenFieldsAreTooLongThenSaysSo() {
		String tooLong = "1".repeat(10_000);

		assertThat(confirm(tooLong, tooLong)).hasStatusOk()
			.bodyText()
			.contains("An e-mail address can have at most 128 characters.", "This is too long to be a code.");
	}

	@Test
	void confirmWhenCodeIsWrongThenSaysSoAndKeepsTheEmail() {
		String email = signUp();

		assertThat(confirm(email, otherThan(code(email)))).hasStatusOk()
			.bodyText()
			.contains("This code is wrong, has expired or was used already.", email);
	}

	@Test
	void confirmWhenCodeWasReplacedThenSaysSo() {
		String email = signUp();
		String first = code(email);
		this.accounts.resendConfirmationCode(email);

		MvcTestResult result = confirm(email, first);

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("This code is wrong, has expired or was used already.", email);
	}

	@Test
	void confirmWhenCodeWasUsedThenSaysSo() {
		String email = signUp();
		String code = code(email);
		confirm(email, code);

		assertThat(confirm(email, code)).hasStatusOk()
			.bodyText()
			.contains("This code is wrong, has expired or was used already.", "Confirmed already?");
	}

	@Test
	void confirmWhenUserIsUnknownOrConfirmedThenPageIsTheSameAsForAWrongCode() {
		String pending = signUp();
		String wrong = otherThan(code(pending));
		String expected = TestPages.of(confirm(pending, wrong), pending);

		for (String email : new String[] { TestUsers.newEmail(), TestUsers.addUser(this.cognito) }) {
			assertThat(TestPages.of(confirm(email, wrong), email)).isEqualTo(expected);
		}
	}

	@Test
	void confirmThenUserCanLogIn() {
		String email = signUp();

		MvcTestResult result = confirm(email, " " + code(email) + " ");

		assertThat(result).hasRedirectedUrl("/login");
		assertThat(this.accounts.authenticate(email, TestUsers.PASSWORD)).isInstanceOf(SignIn.Completed.class);
	}

	@Test
	void resendWhenEmailIsMalformedThenSaysSo() {
		assertThat(resend("bob")).hasStatusOk().bodyText().contains("Enter an e-mail address such as");
	}

	@Test
	void resendWhenUserIsUnknownOrConfirmedThenSaysTheSameAsOtherwise() {
		String pending = signUp();
		String confirmed = TestUsers.addUser(this.cognito);

		for (String email : new String[] { pending, confirmed, TestUsers.newEmail() }) {
			assertThat(resend(email)).hasRedirectedUrl("/confirm")
				.flash()
				.containsEntry("notice", "code.sent-if-pending")
				.containsEntry("confirmForm", new ConfirmForm(email, ""));
		}
	}

	@Test
	void resendThenSendsAnotherCode() {
		String email = signUp();
		int before = this.cognito.messages().size();

		resend(email);

		assertThat(this.cognito.messages()).hasSize(before + 1);
		assertThat(confirm(email, code(email))).hasRedirectedUrl("/login");
	}

	private String signUp() {
		String email = TestUsers.newEmail();
		this.accounts.signUp(email, TestUsers.PASSWORD, Map.of("email", email, "name", "Test User"));
		return email;
	}

	private String code(String email) {
		return this.cognito.lastMessage(email).orElseThrow().code();
	}

	private static String otherThan(String code) {
		return code.equals("000000") ? "000001" : "000000";
	}

	private MvcTestResult confirm(String email, String code) {
		return this.mvc.post().uri("/confirm").with(csrf()).param("email", email).param("code", code).exchange();
	}

	private MvcTestResult resend(String email) {
		return this.mvc.post().uri("/confirm/resend").with(csrf()).param("email", email).param("code", "").exchange();
	}

}
