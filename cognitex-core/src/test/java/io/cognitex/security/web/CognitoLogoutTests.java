package io.cognitex.security.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoTokens;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.embedded.RecordedCall;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.StubAccountManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Tests for the ends of logins: of one, of all of a user, and by an administrator.
 */
class CognitoLogoutTests {

	private static final String PASSWORD = "Passw0rd!";

	private final EmbeddedCognito pool = EmbeddedCognito.start();

	private final SessionRegistry registry = new SessionRegistryImpl();

	private CognitoAccountManager accounts;

	private CognitoSessions sessions;

	private TestApplication application;

	@BeforeEach
	void start() {
		this.pool.addUser(EmbeddedUser.named("alice").password(PASSWORD).build());
		this.pool.addUser(EmbeddedUser.named("bob").password(PASSWORD).build());
		start(CognitoSignOut.REVOKE_TOKEN);
	}

	private void start(CognitoSignOut signOut) {
		this.accounts = CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.credentialsProvider(() -> AwsBasicCredentials.create("id", "key"))
			.build();
		this.sessions = new CognitoSessions(this.accounts, new SessionRegistryUserSessions(this.registry));
		this.application = TestApplication.with(this.accounts)
			.start((http) -> http
				.sessionManagement((session) -> session.maximumSessions(-1).sessionRegistry(this.registry))
				.with(new CognitoLoginConfigurer())
				.with(new CognitoSessionConfigurer(),
						(session) -> session.settings(CognitoSessionSettings.withDefaults().withSignOut(signOut))));
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.pool.close();
	}

	@Test
	void logoutWhenPoolIsGoneThenLoggedOutHere() {
		TestBrowser browser = login("alice");
		this.pool.addFault(Fault.droppedConnection());

		assertThat(browser.logout()).isEqualTo("/login?logout");
		assertThat(browser.session().isInvalid()).isTrue();
		assertThat(this.application.events()).contains("LogoutSuccessEvent");
	}

	@Test
	void logoutWhenPoolDoesNotAnswerThenWaitsNoLongerThanItMay() {
		CountDownLatch never = new CountDownLatch(1);
		StubAccountManager stub = new StubAccountManager().signingOut(() -> await(never));
		CognitoLogoutHandler handler = new CognitoLogoutHandler(stub, CognitoSignOut.REVOKE_TOKEN,
				Duration.ofMillis(50));

		handler.logout(new MockHttpServletRequest(), new MockHttpServletResponse(), user(login("alice")));

		assertThat(never.getCount()).isOne();
		never.countDown();
	}

	@Test
	void logoutWhenPoolFailsUnexpectedlyThenDoesNotThrow() {
		StubAccountManager stub = new StubAccountManager().signingOut(() -> {
			throw new IllegalStateException("broken");
		});
		CognitoLogoutHandler handler = new CognitoLogoutHandler(stub, CognitoSignOut.GLOBAL_SIGN_OUT,
				Duration.ofSeconds(10));

		handler.logout(new MockHttpServletRequest(), new MockHttpServletResponse(), user(login("alice")));
		handler.logout(new MockHttpServletRequest(), new MockHttpServletResponse(), null);

		assertThat(stub.calls()).containsExactly("globalSignOut");
	}

	@Test
	void logoutWhenTokensAreToBeRevokedThenThisLoginIsOverAtCognitoAndOthersGoOn() {
		TestBrowser browser = login("alice");
		CognitoTokens tokens = user(browser).getTokens();
		CognitoTokens others = user(login("alice")).getTokens();

		browser.logout();

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.accounts.getUser(tokens.accessToken()));
		assertThat(this.accounts.getUser(others.accessToken()).username()).isEqualTo("alice");
	}

	@Test
	void logoutWhenGlobalThenAllLoginsAreOverAtCognito() {
		this.application.close();
		start(CognitoSignOut.GLOBAL_SIGN_OUT);
		TestBrowser browser = login("alice");
		CognitoTokens others = user(login("alice")).getTokens();

		browser.logout();

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.accounts.getUser(others.accessToken()));
	}

	@Test
	void logoutWhenCognitoIsNotToBeToldThenItIsNot() {
		this.application.close();
		start(CognitoSignOut.NONE);
		TestBrowser browser = login("alice");
		this.pool.clearCalls();

		browser.logout();

		assertThat(this.pool.calls()).isEmpty();
		assertThat(browser.session().isInvalid()).isTrue();
	}

	@Test
	void adminSignOutWhenUserIsUnknownThenRefused() {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.sessions.adminSignOut("nobody"))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.USER_NOT_FOUND));
	}

	@Test
	void adminSignOutWhenKnownThenSessionsOfThisUserEnd() {
		TestBrowser alice = login("alice");
		TestBrowser bob = login("bob");

		this.sessions.adminSignOut("alice");

		assertThat(alice.get("/me")).bodyText().contains("expired");
		assertThat(bob.get("/me")).hasStatusOk();
		assertThat(this.pool.calls()).extracting(RecordedCall::operation).contains("AdminUserGlobalSignOut");
	}

	@Test
	void signOutEverywhereWhenPoolFailsThenSessionsEndAllTheSame() {
		TestBrowser browser = login("alice");
		this.pool.addFault(Fault.internalError().on("GlobalSignOut"));

		assertThatExceptionOfType(CognitoException.class)
			.isThrownBy(() -> this.sessions.signOutEverywhere(user(browser)));

		assertThat(browser.get("/me")).bodyText().contains("expired");
	}

	@Test
	void endOthersWhenSessionIsNamedThenItGoesOn() {
		TestBrowser here = login("alice");
		TestBrowser there = login("alice");

		this.sessions.endOthers(user(here), here.session().getId());

		assertThat(here.get("/me")).hasStatusOk();
		assertThat(there.get("/me")).bodyText().contains("expired");
	}

	@Test
	@SuppressWarnings("unchecked")
	void endWhenSpringSessionFindsThemThenDeletesAllButOne() {
		FindByIndexNameSessionRepository<MapSession> repository = mock(FindByIndexNameSessionRepository.class);
		given(repository.findByPrincipalName("alice"))
			.willReturn(Map.of("here", new MapSession("here"), "there", new MapSession("there")));

		new SpringSessionUserSessions(repository).end("alice", "here");

		verify(repository).deleteById("there");
		verify(repository, never()).deleteById("here");
	}

	@Test
	void logoutSuccessUrlWhenNotAbsoluteThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new CognitoLogoutSuccessHandler(URI.create("/logout"), "id", URI.create("https://example.com")));
		assertThatIllegalArgumentException().isThrownBy(
				() -> new CognitoLogoutSuccessHandler(URI.create("https://example.com"), "id", URI.create("/")));
	}

	@Test
	void onLogoutSuccessThenGoesThroughManagedLogin() throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();

		new CognitoLogoutSuccessHandler(URI.create("https://example.auth.eu-central-1.amazoncognito.com"), "1example",
				URI.create("https://www.example.com/bye?a=b&c=d"))
			.onLogoutSuccess(new MockHttpServletRequest(), response, null);

		assertThat(response.getRedirectedUrl())
			.isEqualTo("https://example.auth.eu-central-1.amazoncognito.com/logout?client_id=1example"
					+ "&logout_uri=https%3A%2F%2Fwww.example.com%2Fbye%3Fa%3Db%26c%3Dd");
	}

	private TestBrowser login(String username) {
		TestBrowser browser = new TestBrowser(this.application);
		browser.login(username, PASSWORD);
		return browser;
	}

	private static CognitoAuthentication user(TestBrowser browser) {
		return (CognitoAuthentication) browser.user();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
