package io.cognitex.sample;

import java.nio.file.Path;

import io.cognitex.test.EmbeddedCognito;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person does, in a real browser. */
@Tag("slow")
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EmbeddedCognito(usernameAttributes = "email")
class BrowserTests {

	private static final String SECOND_PASSWORD = "Battery-Staple-2";

	private static final String THIRD_PASSWORD = "Something-Else-3";

	private final io.cognitex.embedded.EmbeddedCognito cognito;

	private final int port;

	@SuppressWarnings("NullAway.Init")
	private Browser browser;

	@Autowired
	BrowserTests(io.cognitex.embedded.EmbeddedCognito cognito, @LocalServerPort int port) {
		this.cognito = cognito;
		this.port = port;
	}

	@BeforeEach
	void startBrowser(@TempDir Path profile) {
		this.browser = Browser.start("http://localhost:" + this.port, profile);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void signUpWhenRefusedThenSaysWhyAtEachFieldAndKeepsWhatWasTyped() {
		this.browser.open("/sign-up");
		this.browser.fill("name", "Grace Hopper");
		this.browser.fill("email", "grace");
		this.browser.fill("password", TestUsers.PASSWORD);
		this.browser.press("Sign up");

		this.browser.expectPage("/sign-up");
		assertThat(this.browser.errorOf("email")).contains("such as name@example.com");
		assertThat(this.browser.valueOf("name")).isEqualTo("Grace Hopper");
		assertThat(this.browser.valueOf("email")).isEqualTo("grace");
		assertThat(this.browser.valueOf("password")).isEmpty();

		this.browser.fill("email", "grace@example.com");
		this.browser.fill("password", "weak");
		this.browser.press("Sign up");

		this.browser.expectPage("/sign-up");
		assertThat(this.browser.errorOf("password")).isEqualTo("This password does not keep to the rules.");
	}

	@Test
	void logInWhenRefusedThenSaysSoAndKeepsTheEmail() {
		logIn("nobody@example.com", TestUsers.PASSWORD);

		this.browser.expectPage("/login?error", "The e-mail address or the password is not correct.");
		assertThat(this.browser.valueOf("username")).isEqualTo("nobody@example.com");
		assertThat(this.browser.valueOf("password")).isEmpty();
	}

	@Test
	void errorPagesSayWhatHappened() {
		logInTo(TestUsers.addUser(this.cognito), TestUsers.PASSWORD);

		this.browser.open("/admin/users");
		this.browser.expectPage("/admin/users", "403", "You cannot do this");
		this.browser.open("/nothing");
		this.browser.expectPage("/nothing", "404", "There is no such page");
	}

	@Test
	void administratorLooksAUserUp() {
		logInTo(TestUsers.addUser(this.cognito, "admin"), TestUsers.PASSWORD);
		String email = TestUsers.addUser(this.cognito);

		this.browser.follow("Users");
		this.browser.fill("username", email);
		this.browser.press("Look up");

		this.browser.expectText("CONFIRMED", "email_verified", email);
	}

	@Test
	void personLivesThroughTheWholeLifeOfAnAccount() {
		String email = TestUsers.newEmail();
		signUp(email);
		confirm(email);
		logInTo(email, TestUsers.PASSWORD);
		changeName("Grace Brewster Hopper");
		String newEmail = TestUsers.newEmail();
		changeEmail(newEmail);
		changePassword();
		logOut();
		resetPassword(newEmail);
		logInTo(newEmail, THIRD_PASSWORD);
		this.browser.expectPage("/profile", "Grace Brewster Hopper", newEmail);
		logOut();
	}

	private void signUp(String email) {
		this.browser.open("/");
		this.browser.follow("Create an account");
		this.browser.fill("name", "Grace Hopper");
		this.browser.fill("email", email);
		this.browser.fill("password", TestUsers.PASSWORD);
		this.browser.press("Sign up");
		this.browser.expectPage("/confirm", "We have sent you a code by e-mail.");
	}

	private void confirm(String email) {
		this.browser.press("Send a new code");
		this.browser.expectPage("/confirm", "a new code is on its way");
		assertThat(this.browser.valueOf("email")).isEqualTo(email);
		this.browser.fill("code", code(email));
		this.browser.press("Confirm");
		this.browser.expectPage("/login", "Your account is ready.");
		assertThat(this.browser.valueOf("username")).isEqualTo(email);
	}

	/** By way of the page that was asked for, to which the login leads back. */
	private void logInTo(String email, String password) {
		this.browser.open("/profile");
		this.browser.expectPage("/login");
		this.browser.fill("username", email);
		this.browser.fill("password", password);
		this.browser.press("Log in");
		this.browser.expectText("Your profile", email);
		this.browser.open("/profile");
	}

	private void logIn(String email, String password) {
		this.browser.open("/login");
		this.browser.fill("username", email);
		this.browser.fill("password", password);
		this.browser.press("Log in");
	}

	private void changeName(String name) {
		this.browser.follow("Edit profile");
		this.browser.fill("name", name);
		this.browser.press("Save");
		this.browser.expectPage("/profile", "Your profile is saved.", name);
	}

	private void changeEmail(String email) {
		this.browser.follow("Edit profile");
		this.browser.fill("email", email);
		this.browser.press("Save");
		this.browser.expectPage("/profile/email", "We have sent you a code by e-mail.");
		this.browser.fill("code", code(email));
		this.browser.press("Verify");
		this.browser.expectPage("/profile", "Your e-mail address is verified.", email);
	}

	private void changePassword() {
		this.browser.follow("Change password");
		this.browser.fill("currentPassword", "Not-My-Password-1");
		this.browser.fill("newPassword", SECOND_PASSWORD);
		this.browser.press("Change password");
		this.browser.expectPage("/profile/password", "This is not your current password.");
		this.browser.fill("currentPassword", TestUsers.PASSWORD);
		this.browser.fill("newPassword", SECOND_PASSWORD);
		this.browser.press("Change password");
		this.browser.expectPage("/profile", "Your password is changed.");
	}

	private void logOut() {
		this.browser.press("Log out");
		this.browser.expectPage("/login?logout", "You are logged out.");
		this.browser.open("/profile");
		this.browser.expectPage("/login");
	}

	private void resetPassword(String email) {
		logIn(email, TestUsers.PASSWORD);
		this.browser.expectPage("/login?error");
		this.browser.follow("Forgot your password?");
		this.browser.fill("email", email);
		this.browser.press("Send the code");
		this.browser.expectPage("/reset-password", "a code is on its way");
		this.browser.fill("code", code(email));
		this.browser.fill("password", THIRD_PASSWORD);
		this.browser.press("Set the password");
		this.browser.expectPage("/login", "Your new password is set.");
	}

	private String code(String email) {
		return this.cognito.lastMessage(email).orElseThrow().code();
	}

}
