package io.cognitex.sample;

import java.nio.file.Path;
import java.time.Duration;

import io.cognitex.CognitoAccountManager;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WindowType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of pages that a person leaves open, in a real browser. */
@Tag("slow")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ExpiryTests.PoolWithClock.class)
class SessionBrowserTests {

	private static final Duration PAST_EXPIRY = Duration.ofMinutes(61);

	private static final String NOT_SENT = "This was not sent";

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	private final ExpiryTests.MovableClock clock;

	private final int port;

	private String email = "";

	@SuppressWarnings("NullAway.Init")
	private Browser browser;

	@Autowired
	SessionBrowserTests(EmbeddedCognito cognito, CognitoAccountManager accounts, ExpiryTests.MovableClock clock,
			@LocalServerPort int port) {
		this.cognito = cognito;
		this.accounts = accounts;
		this.clock = clock;
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
	void logInAsSomebodyElse() {
		this.browser.driver().manage().deleteAllCookies();
		this.browser.allowScripts(false);
		this.email = TestUsers.addUser(this.cognito);
		this.browser.open("/profile/edit");
		logIn();
		expectForm("Test User");
	}

	@AfterEach
	void endOutage() {
		this.cognito.clearFaults();
	}

	@Test
	void formWhenTokenRanOutMeanwhileThenIsSaved() {
		this.clock.advance(PAST_EXPIRY);

		this.browser.fill("name", "Still Here");
		this.browser.press("Save");

		this.browser.expectPage("/profile", "Your profile is saved.", "Still Here");
	}

	@Test
	void linkWhenTokenRanOutMeanwhileThenLeadsOn() {
		this.clock.advance(PAST_EXPIRY);

		this.browser.follow("Cancel");

		this.browser.expectPage("/profile", "Your profile", this.email);
	}

	@Test
	void formWhenRevokedElsewhereThenLeadsToLoginAndBackToTheForm() {
		this.accounts.adminUserGlobalSignOut(this.email);

		this.browser.fill("name", "Never Sent");
		this.browser.press("Save");

		this.browser.expectPage("/login?ended", NOT_SENT);
		look();
		logIn();
		expectForm("Test User");
	}

	@Test
	void formWhenRevokedElsewhereAndTokenRanOutThenLeadsToLoginAndBackToTheForm() {
		this.accounts.adminUserGlobalSignOut(this.email);
		this.clock.advance(PAST_EXPIRY);

		this.browser.fill("name", "Never Sent");
		this.browser.press("Save");

		this.browser.expectPage("/login", NOT_SENT);
		logIn();
		expectForm("Test User");
		this.browser.fill("name", "Sent Again");
		this.browser.press("Save");
		this.browser.expectPage("/profile", "Your profile is saved.", "Sent Again");
	}

	@Test
	void linkWhenRevokedElsewhereThenLeadsToLoginAndBackToThePage() {
		this.accounts.adminUserGlobalSignOut(this.email);

		this.browser.follow("Cancel");

		this.browser.expectPage("/login?ended", "You were logged out. Log in again to go on.");
		look();
		logIn();
		this.browser.expectText("Your profile", this.email);
	}

	@Test
	void linkWhenRevokedElsewhereAndTokenRanOutThenLeadsToLoginAndBackToThePage() {
		this.accounts.adminUserGlobalSignOut(this.email);
		this.clock.advance(PAST_EXPIRY);

		this.browser.follow("Cancel");

		this.browser.expectPage("/login");
		logIn();
		this.browser.expectText("Your profile", this.email);
	}

	@Test
	void formWhenLoggedOutInAnotherTabThenLeadsToLoginAndBackToTheForm() {
		inAnotherTab(this::logOut);

		this.browser.fill("name", "Never Sent");
		this.browser.press("Save");

		this.browser.expectPage("/login", NOT_SENT);
		logIn();
		expectForm("Test User");
	}

	@Test
	void linkWhenLoggedOutInAnotherTabThenLeadsToLoginAndBackToThePage() {
		inAnotherTab(this::logOut);

		this.browser.follow("Cancel");

		this.browser.expectPage("/login");
		logIn();
		this.browser.expectText("Your profile", this.email);
	}

	@Test
	void logOutWhenLoggedOutInAnotherTabThenLeadsToLogin() {
		inAnotherTab(this::logOut);

		this.browser.press("Log out");

		this.browser.expectPage("/login", NOT_SENT);
	}

	@Test
	void logInWhenLoginPageIsOutdatedThenSaysSo() {
		logOut();
		this.browser.driver().manage().deleteAllCookies();

		logIn();

		this.browser.expectPage("/login", NOT_SENT);
		logIn();
		this.browser.expectPage("/");
	}

	@Test
	void pageWhenTokenRanOutInAnOutageThenSaysSoAndGoesOnAfterwards() {
		this.cognito.addFault(Fault.internalError());
		this.clock.advance(PAST_EXPIRY);

		this.browser.follow("Cancel");

		this.browser.expectPage("/profile", "503", "You are still logged in", "Log out");
		look();
		this.cognito.clearFaults();
		this.clock.advance(Duration.ofSeconds(10));
		this.browser.open("/profile");
		this.browser.expectText("Your profile", this.email);
	}

	@Test
	void formWhenTokenRanOutInAnOutageThenSaysSoAndIsSavedAfterwards() {
		this.cognito.addFault(Fault.internalError());
		this.clock.advance(PAST_EXPIRY);
		this.browser.fill("name", "Sent Twice");

		this.browser.press("Save");

		this.browser.expectPage("/profile/edit", "503", "You are still logged in");
		this.cognito.clearFaults();
		this.clock.advance(Duration.ofSeconds(10));
		this.browser.driver().navigate().back();
		assertThat(this.browser.valueOf("name")).isEqualTo("Sent Twice");
		this.browser.press("Save");
		this.browser.expectPage("/profile", "Your profile is saved.", "Sent Twice");
	}

	private void logIn() {
		this.browser.fill("username", this.email);
		this.browser.fill("password", TestUsers.PASSWORD);
		this.browser.press("Log in");
	}

	private void logOut() {
		this.browser.open("/profile");
		this.browser.press("Log out");
		this.browser.expectPage("/login?logout");
	}

	private void inAnotherTab(Runnable action) {
		String tab = this.browser.driver().getWindowHandle();
		this.browser.driver().switchTo().newWindow(WindowType.TAB);
		action.run();
		this.browser.driver().close();
		this.browser.driver().switchTo().window(tab);
	}

	private void expectForm(String name) {
		this.browser.expectText("Edit your profile");
		assertThat(this.browser.valueOf("name")).isEqualTo(name);
	}

	private void look() {
		Accessibility.check(this.browser);
		this.browser.allowScripts(false);
	}

}
