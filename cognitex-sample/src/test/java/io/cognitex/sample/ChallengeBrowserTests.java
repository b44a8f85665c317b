package io.cognitex.sample;

import java.nio.file.Path;
import java.util.List;

import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Logins that take more than a password, in a real browser without scripts: each page is
 * answered wrongly before it is answered rightly, and looked at by axe-core.
 */
@Tag("slow")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.main.cloud-platform=none")
class ChallengeBrowserTests {

	private static final String WRONG_CODE = "This code is not correct.";

	private final EmbeddedCognito cognito;

	private final int port;

	@SuppressWarnings("NullAway.Init")
	private Browser browser;

	@Autowired
	ChallengeBrowserTests(EmbeddedCognito cognito, @LocalServerPort int port) {
		this.cognito = cognito;
		this.port = port;
	}

	@BeforeAll
	void startBrowser(@TempDir Path profile) {
		this.browser = Browser.startWithScripts("http://localhost:" + this.port, profile);
	}

	@AfterAll
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@BeforeEach
	void beSomebodyElse() {
		this.browser.driver().manage().deleteAllCookies();
		this.browser.allowScripts(false);
	}

	@Test
	void temporaryPassword() {
		logIn(user(ChallengeUser.TEMPORARY_PASSWORD));
		look("Choose a new password");

		this.browser.fill("newPassword", "weak");
		this.browser.press("Save password and log in");
		look("does not keep to the rules");
		this.browser.fill("newPassword", "Battery-Staple-2");
		this.browser.press("Save password and log in");

		expectLoggedIn();
	}

	@Test
	void codeByEmail() {
		String email = user(ChallengeUser.EMAIL);
		logIn(email);
		look("A code was sent by e-mail");

		answerCode("000000");
		look(WRONG_CODE);
		answerCode(code(email));

		expectLoggedIn();
	}

	@Test
	void codeByTextMessage() {
		String email = user(ChallengeUser.SMS);
		logIn(email);
		look("A code was sent by text message");

		answerCode(code(email));

		expectLoggedIn();
	}

	@Test
	void codeFromAnAuthenticatorApp() throws Exception {
		logIn(user(ChallengeUser.AUTHENTICATOR_APP));
		look("Open your authenticator app");

		answerCode(TestAuthenticatorApp.code(ChallengeUser.TOTP_SECRET));

		expectLoggedIn();
	}

	@Test
	void authenticatorAppOfAPersonWhoIsLoggedIn() throws Exception {
		logIn(user(ChallengeUser.PASSWORDLESS));
		this.browser.open("/profile");
		this.browser.follow("Authenticator app");
		look("scan this QR code");

		answerCode("000000");
		look(WRONG_CODE);
		answerCode(TestAuthenticatorApp.code(this.browser.textOf("code")));

		look("Your authenticator app is set up.");
		this.browser.open("/login/enrolment?factor=software_token&reason=missing");
		look("Log in again to go on");
	}

	@Test
	void choiceOfSecondFactor() {
		String email = user(ChallengeUser.CHOICE);
		logIn(email);
		look("Prove that it is you");

		this.browser.press("Code by text message");
		this.browser.expectText("A code was sent by text message");
		answerCode(code(email));

		expectLoggedIn();
	}

	@Test
	void passwordless() {
		String email = user(ChallengeUser.PASSWORDLESS);
		beginWithoutPassword(email);
		look("Choose how to log in");

		this.browser.press("Password");
		look("Enter the password of your account.");
		this.browser.press("Log in another way");
		this.browser.press("Code by e-mail");
		look("A code was sent by e-mail", "Send a new code");
		answerCode(code(email));

		expectLoggedIn();
	}

	@Test
	void question() {
		this.browser.open("/login/question");
		look("Log in by a question");
		this.browser.fill("username", user(ChallengeUser.QUESTION));
		this.browser.press("Continue");
		look("What is six times seven?");

		this.browser.fill("answer", "41");
		this.browser.press("Continue");
		this.browser.expectPage("/login?error", "This answer was not accepted.");
		this.browser.open("/login/question");
		this.browser.fill("username", user(ChallengeUser.QUESTION));
		this.browser.press("Continue");
		this.browser.fill("answer", "42");
		this.browser.press("Continue");

		expectLoggedIn();
	}

	@Test
	void unconfirmed() {
		logIn(user(ChallengeUser.UNCONFIRMED));

		look("This account is not confirmed yet.");
	}

	@Test
	void resetRequired() {
		logIn(user(ChallengeUser.RESET_REQUIRED));

		look("The password of this account has to be reset");
	}

	@Test
	void startOver() {
		logIn(user(ChallengeUser.EMAIL));

		this.browser.press("Start over");

		this.browser.expectPage("/login");
	}

	@Test
	void passkey() {
		String email = user(ChallengeUser.PASSWORDLESS);
		this.browser.allowScripts(true);
		logIn(email);
		expectLoggedIn();
		this.browser.open("/account/passkeys");
		lookWithScripts("You have no passkey yet.");

		HasVirtualAuthenticator devices = this.browser.driver();
		VirtualAuthenticator device = devices.addVirtualAuthenticator(
				new VirtualAuthenticatorOptions().setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
					.setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
					.setHasResidentKey(true)
					.setHasUserVerification(true)
					.setIsUserVerified(false));
		try {
			this.browser.click("Add a passkey");
			lookWithScripts("The passkey was not used");
			device.setUserVerified(true);
			this.browser.click("Add a passkey");
			this.browser.expectPage("/account/passkeys?registered", "Your passkey is added.");
			lookWithScripts("Added on");
			this.browser.click("Add a passkey");
			this.browser.expectText("This device already has a passkey");

			this.browser.driver().manage().deleteAllCookies();
			beginWithoutPassword(email);
			this.browser.press("Passkey");
			lookWithScripts("Use your passkey");
			device.setUserVerified(false);
			this.browser.click("Use passkey");
			lookWithScripts("The passkey was not used");
			device.setUserVerified(true);
			this.browser.click("Use passkey");
			expectLoggedIn();

			this.browser.open("/account/passkeys");
			this.browser.press("Delete");
			this.browser.expectPage("/account/passkeys?deleted", "The passkey is deleted.", "You have no passkey yet.");
		}
		finally {
			devices.removeVirtualAuthenticator(device);
		}
	}

	@Test
	void passkeyWhenScriptsAreOffThenSaysSo() {
		logIn(user(ChallengeUser.PASSWORDLESS));

		this.browser.open("/account/passkeys");

		look("A passkey needs JavaScript");
	}

	@Test
	void pagesOfAPersonWhoIsLoggedIn() {
		String email = TestUsers.addUser(this.cognito, "admin");
		this.browser.open("/login");
		this.browser.fill("username", email);
		this.browser.fill("password", TestUsers.PASSWORD);
		this.browser.press("Log in");
		for (String page : List.of("/", "/profile", "/profile/edit", "/profile/email", "/profile/password", "/outbox",
				"/admin/users", "/nothing")) {
			this.browser.open(page);
			look();
		}
	}

	@Test
	void pagesOfAStranger() {
		for (String page : List.of("/", "/login", "/sign-up", "/confirm", "/forgot-password", "/reset-password",
				"/login/question?error", "/login?logout")) {
			this.browser.open(page);
			look();
		}
	}

	private String user(ChallengeUser state) {
		String email = TestUsers.newEmail();
		this.cognito.addUser(state.toUser(email));
		return email;
	}

	private void logIn(String email) {
		this.browser.open("/login");
		this.browser.fill("username", email);
		this.browser.fill("password", ChallengeUser.PASSWORD);
		this.browser.press("Log in");
	}

	private void beginWithoutPassword(String email) {
		this.browser.open("/login");
		this.browser.fill("username", email);
		this.browser.press("Log in without a password");
	}

	private void answerCode(String code) {
		this.browser.fill("code", code);
		this.browser.press("Continue");
	}

	private void look(String... texts) {
		this.browser.expectText(texts);
		Accessibility.check(this.browser);
		this.browser.allowScripts(false);
	}

	private void lookWithScripts(String... texts) {
		this.browser.expectText(texts);
		Accessibility.check(this.browser);
	}

	private void expectLoggedIn() {
		this.browser.expectPage("/");
		this.browser.expectText("Go to your profile");
	}

	private String code(String email) {
		return this.cognito.lastMessage(email).orElseThrow().code();
	}

}
