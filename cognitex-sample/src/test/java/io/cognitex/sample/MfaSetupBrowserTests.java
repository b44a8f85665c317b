package io.cognitex.sample;

import java.nio.file.Path;

import io.cognitex.boot.embedded.EmbeddedCognitoCustomizer;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** How a second factor is set up where everybody needs one, in a real browser. */
@Tag("slow")
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.cloud-platform=none", "sample.mfa=ON", "cognitex.embedded.username-attributes=" })
@Import(MfaSetupBrowserTests.CodesByEmail.class)
class MfaSetupBrowserTests {

	private final EmbeddedCognito cognito;

	private final int port;

	@SuppressWarnings("NullAway.Init")
	private Browser browser;

	@Autowired
	MfaSetupBrowserTests(EmbeddedCognito cognito, @LocalServerPort int port) {
		this.cognito = cognito;
		this.port = port;
	}

	@BeforeEach
	void startBrowser(@TempDir Path profile) {
		this.browser = Browser.startWithScripts("http://localhost:" + this.port, profile);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void authenticatorApp() throws Exception {
		logIn(addUserWithoutAddress());
		look("Protect your account");

		this.browser.press("Set up an authenticator app");
		look("scan this QR code");
		this.browser.fill("code", "000000");
		this.browser.press("Continue");
		look("This code is not correct.");
		this.browser.fill("code", TestAuthenticatorApp.code(this.browser.textOf("code")));
		this.browser.press("Continue");

		this.browser.expectPage("/");
		this.browser.expectText("Go to your profile");
	}

	@Test
	void codesByEmail() {
		String username = addUserWithoutAddress();
		logIn(username);

		this.browser.press("Get codes by e-mail");
		look("Enter the e-mail address");
		this.browser.fill("email", TestUsers.newEmail());
		this.browser.press("Continue");
		look("A code was sent by e-mail");
		this.browser.fill("code", this.cognito.lastMessage(username).orElseThrow().code());
		this.browser.press("Continue");

		this.browser.expectPage("/");
		this.browser.expectText("Go to your profile");
	}

	/**
	 * Whoever has an e-mail address needs no set-up where codes are sent by e-mail.
	 */
	private String addUserWithoutAddress() {
		String username = TestUsers.newEmail();
		this.cognito.addUser(EmbeddedUser.named(username).password(TestUsers.PASSWORD).build());
		return username;
	}

	private void logIn(String email) {
		this.browser.allowScripts(false);
		this.browser.open("/login");
		this.browser.fill("username", email);
		this.browser.fill("password", TestUsers.PASSWORD);
		this.browser.press("Log in");
	}

	private void look(String... texts) {
		this.browser.expectText(texts);
		Accessibility.check(this.browser);
		this.browser.allowScripts(false);
	}

	@TestComponent
	static class CodesByEmail implements EmbeddedCognitoCustomizer {

		@Override
		public void customize(EmbeddedCognitoBuilder settings) {
			settings.mfa("ON", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP");
		}

	}

}
