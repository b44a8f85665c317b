package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class SignUpTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	@Autowired
	SignUpTests(MockMvcTester mvc, EmbeddedCognito cognito) {
		this.mvc = mvc;
		this.cognito = cognito;
	}

	@Test
	void signUpWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/sign-up").param("email", TestUsers.newEmail()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void signUpWhenFieldsAreMissingThenSaysSoOfEach() {
		MvcTestResult result = this.mvc.post().uri("/sign-up").with(csrf()).exchange();

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("Enter your name.", "Enter your e-mail address.", "Enter a password.");
	}

	@Test
	void signUpWhenFieldsAreBlankThenSaysSoOfEach() {
		assertThat(signUp("  ", "", " ")).hasStatusOk()
			.bodyText()
			.contains("Enter your name.", "Enter your e-mail address.", "Enter a password.");
	}

	@Test
	void signUpWhenFieldsAreTooLongThenSaysSoAndKeepsThem() {
		String tooLong = "x".repeat(10_000);

		MvcTestResult result = signUp(tooLong, tooLong + "@example.com", tooLong);

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("A name can have at most 2,048 characters.", "An e-mail address can have at most 128 characters.",
					"A password can have at most 256 characters.", tooLong + "@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bob", "bob@", "@example.com", "bob example@example.com", "bob@exa mple.com", "b@b@b" })
	void signUpWhenEmailIsMalformedThenSaysSoAndKeepsWhatWasTyped(String email) {
		MvcTestResult result = signUp("Bob Beispiel", email, TestUsers.PASSWORD);

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("Enter an e-mail address such as name@example.com.", "Bob Beispiel", email)
			.doesNotContain(TestUsers.PASSWORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "no-digits-Here", "no-upper-1", "NO-LOWER-1", "NoSymbols1" })
	void signUpWhenPasswordIsWeakThenSaysSoAndKeepsWhatWasTyped(String password) {
		String email = TestUsers.newEmail();

		MvcTestResult result = signUp("Bob Beispiel", email, password);

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("This password does not keep to the rules.", "Bob Beispiel", email)
			.doesNotContain(password);
		assertThat(this.cognito.lastMessage(email)).isEmpty();
	}

	@Test
	void signUpWhenPasswordIsWhatCognitoNeverTakesThenSaysSo() {
		assertThat(signUp("Bob", TestUsers.newEmail(), " Leading-Blank-1 ")).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("This was not accepted.")
			.doesNotContain("Leading-Blank-1");
	}

	@Test
	void signUpWhenEmailIsTakenThenSaysSoAndKeepsWhatWasTyped() {
		String email = TestUsers.addUser(this.cognito);

		MvcTestResult result = signUp("Bob Beispiel", email, TestUsers.PASSWORD);

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("There is already an account with this e-mail address.", "Bob Beispiel", email)
			.doesNotContain(TestUsers.PASSWORD);
	}

	@Test
	void signUpWhenNameIsMarkupThenIsEscaped() {
		assertThat(signUp("<script>alert(1)</script>", "", TestUsers.PASSWORD)).bodyText()
			.contains("&lt;script&gt;")
			.doesNotContain("<script>");
	}

	@Test
	void signUpThenSendsCodeAndLeadsToConfirmation() {
		String email = TestUsers.newEmail();

		MvcTestResult result = signUp("Bob", email, TestUsers.PASSWORD);

		assertThat(result).hasRedirectedUrl("/confirm")
			.flash()
			.containsEntry("confirmForm", new ConfirmForm(email, ""));
		assertThat(this.cognito.lastMessage(email)).isPresent();
	}

	private MvcTestResult signUp(String name, String email, String password) {
		return this.mvc.post()
			.uri("/sign-up")
			.with(csrf())
			.param("name", name)
			.param("email", email)
			.param("password", password)
			.exchange();
	}

}
