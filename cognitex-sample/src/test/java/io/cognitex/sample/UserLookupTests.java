package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.cognitex.test.CognitoMockMvcRequestPostProcessors.cognitoUser;
import static org.assertj.core.api.Assertions.assertThat;

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

	private MvcTestResult lookUp(String username) {
		return this.mvc.get()
			.uri("/admin/users")
			.param("username", username)
			.with(cognitoUser().groups("admin"))
			.exchange();
	}

}
