package io.cognitex.sample;

import java.util.Objects;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.Fault;
import io.cognitex.security.CognitoAuthentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SampleTest
class SignOutTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	private MockHttpSession session = new MockHttpSession();

	private MockHttpSession otherDevice = new MockHttpSession();

	@Autowired
	SignOutTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
	}

	@BeforeEach
	void logIn() {
		String email = TestUsers.addUser(this.cognito);
		this.session = TestSessions.logIn(this.mvc, email);
		this.otherDevice = TestSessions.logIn(this.mvc, email);
	}

	@AfterEach
	void recover() {
		this.cognito.clearFaults();
	}

	@Test
	void signOutWhenNotLoggedInThenLeadsToLogin() {
		assertThat(this.mvc.post().uri("/profile/sign-out").with(csrf())).hasRedirectedUrl("/login");
	}

	@Test
	void signOutWhenNoCsrfTokenThenForbiddenAndStillLoggedIn() {
		assertThat(this.mvc.post().uri("/profile/sign-out").session(this.session)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/profile").session(this.otherDevice)).hasStatusOk();
	}

	@Test
	void signOutWhenCognitoDoesNotAnswerThenLoggedOutHereAndSaysSo() {
		this.cognito.addFault(Fault.internalError().on("GlobalSignOut"));

		assertThat(this.mvc.post().uri("/profile/sign-out").session(this.session).with(csrf()))
			.hasRedirectedUrl("/login?logout=here");
		assertThat(this.session.isInvalid()).isTrue();
		assertThat(this.mvc.get().uri("/profile").session(this.otherDevice)).hasRedirectedUrl("/login?ended");
		assertThat(this.mvc.get().uri("/login?logout=here")).bodyText()
			.contains("You are logged out here. Other devices could not be reached")
			.doesNotContain("You are logged out.");
	}

	@Test
	void signOutThenLoggedOutEverywhere() {
		String accessToken = accessToken(this.otherDevice);

		assertThat(this.mvc.post().uri("/profile/sign-out").session(this.session).with(csrf()))
			.hasRedirectedUrl("/login?logout=everywhere");

		assertThat(this.session.isInvalid()).isTrue();
		assertThat(this.mvc.get().uri("/profile").session(this.otherDevice)).hasRedirectedUrl("/login?ended");
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.accounts.getUser(accessToken))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED));
		assertThat(this.mvc.get().uri("/login?logout=everywhere")).bodyText()
			.contains("You are logged out everywhere.")
			.doesNotContain("You are logged out.");
	}

	@Test
	void profileThenOffersIt() {
		assertThat(this.mvc.get().uri("/profile").session(this.session)).bodyText()
			.contains("action=\"/profile/sign-out\"", "Log out everywhere");
	}

	private static String accessToken(MockHttpSession session) {
		SecurityContext context = (SecurityContext) Objects
			.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
		return ((CognitoAuthentication) Objects.requireNonNull(context.getAuthentication())).getTokens().accessToken();
	}

}
