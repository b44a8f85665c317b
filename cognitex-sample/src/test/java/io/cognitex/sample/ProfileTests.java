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
class ProfileTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	private String email = "";

	private MockHttpSession session = new MockHttpSession();

	@Autowired
	ProfileTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
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
	void pagesWhenNotLoggedInThenLeadToLogin() {
		for (String page : new String[] { "/profile", "/profile/edit", "/profile/email" }) {
			assertThat(this.mvc.get().uri(page)).hasRedirectedUrl("/login");
		}
	}

	@Test
	void editWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/profile/edit").session(this.session)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void editWhenFieldsAreBlankThenSaysSoOfEach() {
		assertThat(edit(" ", "")).hasStatusOk().bodyText().contains("Enter your name.", "Enter your e-mail address.");
	}

	@Test
	void editWhenFieldsAreTooLongThenSaysSo() {
		String tooLong = "x".repeat(10_000);

		assertThat(edit(tooLong, tooLong)).hasStatusOk()
			.bodyText()
			.contains("A name can have at most 2,048 characters.",
					"An e-mail address can have at most 128 characters.");
	}

	@Test
	void editWhenEmailIsMalformedThenSaysSoAndKeepsWhatWasTyped() {
		assertThat(edit("New Name", "bob@@")).hasStatusOk()
			.bodyText()
			.contains("Enter an e-mail address such as name@example.com.", "New Name", "bob@@");
	}

	@Test
	void editWhenEmailIsTakenThenSaysSoAndKeepsWhatWasTyped() {
		String taken = TestUsers.addUser(this.cognito);

		assertThat(edit("New Name", taken)).hasStatusOk()
			.bodyText()
			.contains("There is already an account with this e-mail address.", "New Name", taken);
	}

	@Test
	void pageShowsAttributesAndGroups() {
		String administrator = TestUsers.addUser(this.cognito, "admin");

		MvcTestResult result = this.mvc.get()
			.uri("/profile")
			.session(TestSessions.logIn(this.mvc, administrator))
			.exchange();

		assertThat(result).hasStatusOk().bodyText().contains("Test User", administrator, "admin", "email_verified");
	}

	@Test
	void pageWhenNameIsMarkupThenIsEscaped() {
		edit("<script>alert(1)</script>", this.email);

		assertThat(this.mvc.get().uri("/profile").session(this.session)).hasStatusOk()
			.bodyText()
			.contains("&lt;script&gt;")
			.doesNotContain("<script>");
	}

	@Test
	void editPageShowsWhatIsThere() {
		assertThat(this.mvc.get().uri("/profile/edit").session(this.session)).hasStatusOk()
			.bodyText()
			.contains("value=\"Test User\"", "value=\"" + this.email + "\"");
	}

	@Test
	void editWhenOnlyTheNameChangesThenSendsNoCode() {
		MvcTestResult result = edit("New Name", this.email);

		assertThat(result).hasRedirectedUrl("/profile").flash().containsEntry("notice", "profile.saved");
		assertThat(this.accounts.adminGetUser(this.email).attribute("name")).isEqualTo("New Name");
		assertThat(this.cognito.lastMessage(this.email)).isEmpty();
	}

	@Test
	void editWhenTheEmailChangesThenLeadsToVerification() {
		String changed = TestUsers.newEmail();

		assertThat(edit("Test User", changed)).hasRedirectedUrl("/profile/email");
		assertThat(this.cognito.lastMessage(changed)).isPresent();
		assertThat(this.mvc.get().uri("/profile").session(this.session)).hasStatusOk()
			.bodyText()
			.contains("Your e-mail address is not verified yet.", changed);
	}

	private MvcTestResult edit(String name, String email) {
		return this.mvc.post()
			.uri("/profile/edit")
			.session(this.session)
			.with(csrf())
			.param("name", name)
			.param("email", email)
			.exchange();
	}

}
