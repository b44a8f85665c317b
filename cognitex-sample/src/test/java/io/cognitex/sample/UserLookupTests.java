package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class UserLookupTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	@Autowired
	UserLookupTests(MockMvcTester mvc, EmbeddedCognito cognito) {
		this.mvc = mvc;
		this.cognito = cognito;
	}

	@Test
	void lookUpWhenNotLoggedInThenLeadsToLogin() {
		assertThat(this.mvc.get().uri("/admin/users")).hasRedirectedUrl("/login");
	}

	@Test
	void lookUpWhenNotInGroupAdminThenForbidden() {
		assertThat(this.mvc.get().uri("/admin/users").with(cognitoUser().groups("staff")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void lookUpWhenUsernameIsBlankThenSaysSo() {
		assertThat(lookUp(" ")).hasStatusOk().bodyText().contains("Enter an e-mail address or a user ID.");
	}

	@Test
	void lookUpWhenUsernameIsTooLongThenSaysSo() {
		assertThat(lookUp("x".repeat(10_000))).hasStatusOk()
			.bodyText()
			.contains("A username can have at most 128 characters.");
	}

	@Test
	void lookUpWhenUserIsUnknownThenSaysSoAndKeepsWhatWasTyped() {
		assertThat(lookUp("nobody@example.com")).hasStatusOk()
			.bodyText()
			.contains("There is no such user.", "nobody@example.com");
	}

	@Test
	void lookUpWhenUsernameIsNoneThenSaysThereIsNoSuchUser() {
		assertThat(lookUp("two words")).hasStatusOk().bodyText().contains("There is no such user.", "two words");
	}

	@Test
	void signOutWhenNotInGroupAdminThenForbidden() {
		String email = TestUsers.addUser(this.cognito);
		MockHttpSession session = TestSessions.logIn(this.mvc, email);

		assertThat(this.mvc.post().uri("/admin/users/sign-out").param("username", email).session(session).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/profile").session(session)).hasStatusOk();
	}

	@Test
	void signOutWhenUserIsUnknownThenSaysSo() {
		assertThat(signOut("nobody@example.com")).hasStatusOk().bodyText().contains("There is no such user.");
		assertThat(signOut(" ")).hasStatusOk().bodyText().contains("Enter an e-mail address or a user ID.");
	}

	@Test
	void signOutThenTheUsersSessionsEnd() {
		String email = TestUsers.addUser(this.cognito);
		MockHttpSession session = TestSessions.logIn(this.mvc, email);

		MvcTestResult result = signOut(email);

		assertThat(result).hasRedirectedUrl("/admin/users?username=" + email.replace("@", "%40"))
			.flash()
			.containsEntry("notice", "user.signed-out");
		assertThat(this.mvc.get().uri("/profile").session(session)).hasRedirectedUrl("/login?ended");
	}

	@Test
	void lookUpThenShowsTheUser() {
		String email = TestUsers.addUser(this.cognito);

		assertThat(lookUp(email)).hasStatusOk().bodyText().contains("CONFIRMED", "Test User", "email_verified", email);
	}

	@Test
	void pageThenAsksForAUser() {
		assertThat(this.mvc.get().uri("/admin/users").with(cognitoUser().groups("admin"))).hasStatusOk()
			.bodyText()
			.contains("Look a user up")
			.doesNotContain("class=\"error\"");
	}

	private MvcTestResult signOut(String username) {
		return this.mvc.post()
			.uri("/admin/users/sign-out")
			.param("username", username)
			.with(cognitoUser().groups("admin"))
			.with(csrf())
			.exchange();
	}

	private MvcTestResult lookUp(String username) {
		return this.mvc.get()
			.uri("/admin/users")
			.param("username", username)
			.with(cognitoUser().groups("admin"))
			.exchange();
	}

}
