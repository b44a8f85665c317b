package io.cognitex.sample;

import io.cognitex.CognitoAccountManager;
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
class VerifyEmailTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	private String email = "";

	private MockHttpSession session = new MockHttpSession();

	@Autowired
	VerifyEmailTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@BeforeEach
	void changeEmail() {
		this.session = TestSessions.logIn(this.mvc, TestUsers.addUser(this.cognito));
		this.email = TestUsers.newEmail();
		MvcTestResult result = this.mvc.post()
			.uri("/profile/edit")
			.session(this.session)
			.with(csrf())
			.param("name", "Test User")
			.param("email", this.email)
			.exchange();
		assertThat(result).hasRedirectedUrl("/profile/email");
	}

	@Test
	void verifyWhenNotLoggedInThenLeadsToLogin() {
		assertThat(this.mvc.post().uri("/profile/email").with(csrf())).hasRedirectedUrl("/login");
	}

	@Test
	void verifyWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/profile/email").session(this.session)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void verifyWhenCodeIsBlankThenSaysSo() {
		assertThat(verify(" ")).hasStatusOk().bodyText().contains("Enter the code from the e-mail.");
	}

	@Test
	void verifyWhenCodeIsTooLongThenSaysSo() {
		assertThat(verify("1".repeat(10_000))).hasStatusOk().bodyText().contains("This is too long to be a code.");
	}

	@Test
	void verifyWhenCodeIsWrongThenSaysSo() {
		String wrong = code().equals("000000") ? "000001" : "000000";

		assertThat(verify(wrong)).hasStatusOk().bodyText().contains("This code is not right.");
	}

	@Test
	void verifyWhenCodeWasUsedThenSaysSo() {
		String code = code();
		verify(code);

		assertThat(verify(code)).hasStatusOk().bodyText().contains("This code has expired or was used already.");
	}

	@Test
	void verifyThenEmailIsVerified() {
		MvcTestResult result = verify(" " + code());

		assertThat(result).hasRedirectedUrl("/profile").flash().containsEntry("notice", "email.verified");
		assertThat(this.accounts.adminGetUser(this.email).attribute("email_verified")).isEqualTo("true");
	}

	@Test
	void resendThenSendsAnotherCode() {
		int before = this.cognito.messages().size();

		MvcTestResult result = this.mvc.post()
			.uri("/profile/email/resend")
			.session(this.session)
			.with(csrf())
			.exchange();

		assertThat(result).hasRedirectedUrl("/profile/email");
		assertThat(this.cognito.messages()).hasSize(before + 1);
		assertThat(verify(code())).hasRedirectedUrl("/profile");
	}

	private String code() {
		return this.cognito.lastMessage(this.email).orElseThrow().code();
	}

	private MvcTestResult verify(String code) {
		return this.mvc.post().uri("/profile/email").session(this.session).with(csrf()).param("code", code).exchange();
	}

}
