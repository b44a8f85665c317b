package io.cognitex.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import io.cognitex.CognitoAccountManager;
import io.cognitex.boot.embedded.EmbeddedCognitoConnectionDetails;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.security.web.CognitoSessionSettings;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What happens too late, by the clock of the pool.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ExpiryTests.PoolWithClock.class)
class ExpiryTests {

	private final MockMvcTester mvc;

	private final EmbeddedCognito cognito;

	private final CognitoAccountManager accounts;

	private final MovableClock clock;

	@Autowired
	ExpiryTests(MockMvcTester mvc, EmbeddedCognito cognito, CognitoAccountManager accounts, MovableClock clock) {
		this.mvc = mvc;
		this.cognito = cognito;
		this.accounts = accounts;
		this.clock = clock;
	}

	@Test
	void confirmWhenCodeHasExpiredThenSaysSo() {
		String email = TestUsers.newEmail();
		this.accounts.signUp(email, TestUsers.PASSWORD, Map.of("email", email, "name", "Test User"));
		String code = code(email);
		this.clock.advance(Duration.ofHours(25));

		MvcTestResult result = this.mvc.post()
			.uri("/confirm")
			.with(csrf())
			.param("email", email)
			.param("code", code)
			.exchange();

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("This code is wrong, has expired or was used already.", email);
	}

	@Test
	void resetPasswordWhenCodeHasExpiredThenSaysSo() {
		String email = TestUsers.addUser(this.cognito);
		this.accounts.forgotPassword(email);
		String code = code(email);
		this.clock.advance(Duration.ofMinutes(61));

		MvcTestResult result = this.mvc.post()
			.uri("/reset-password")
			.with(csrf())
			.param("email", email)
			.param("code", code)
			.param("password", TestUsers.PASSWORD)
			.exchange();

		assertThat(result).hasStatusOk()
			.bodyText()
			.contains("This code is wrong, has expired or was used already.", email);
	}

	@Test
	void pagesWhenAccessTokenHasRunOutThenStayLoggedIn() {
		MockHttpSession session = TestSessions.logIn(this.mvc, TestUsers.addUser(this.cognito));

		for (String page : new String[] { "/profile", "/profile/edit" }) {
			this.clock.advance(Duration.ofMinutes(61));

			assertThat(this.mvc.get().uri(page).session(session)).as(page).hasStatusOk();
		}
	}

	@Test
	void formWhenAccessTokenHasRunOutThenWorks() {
		String email = TestUsers.addUser(this.cognito);
		MockHttpSession session = TestSessions.logIn(this.mvc, email);
		this.clock.advance(Duration.ofMinutes(61));

		MvcTestResult result = this.mvc.post()
			.uri("/profile/password")
			.session(session)
			.with(csrf())
			.param("currentPassword", TestUsers.PASSWORD)
			.param("newPassword", "Battery-Staple-2")
			.exchange();

		assertThat(result).hasRedirectedUrl("/profile");
		assertThat(session.isInvalid()).isFalse();
	}

	@Test
	void formsAndPagesWhenLoginHasRunOutThenLeadToLogin() {
		for (String page : new String[] { "/profile", "/profile/edit", "/profile/password", "/profile/email" }) {
			MockHttpSession session = TestSessions.logIn(this.mvc, TestUsers.addUser(this.cognito));
			this.clock.advance(Duration.ofDays(31));

			assertThat(this.mvc.get().uri(page).session(session)).as(page).hasRedirectedUrl("/login");
			assertThat(session.isInvalid()).isTrue();
		}
	}

	@Test
	void formsAndPagesWhenLoginWasRevokedThenLeadToLoginWhichSaysSo() {
		for (String page : new String[] { "/profile/edit", "/profile/password", "/profile/email",
				"/profile/email/resend" }) {
			String email = TestUsers.addUser(this.cognito);
			MockHttpSession session = TestSessions.logIn(this.mvc, email);
			this.accounts.adminUserGlobalSignOut(email);

			MvcTestResult result = this.mvc.post()
				.uri(page)
				.session(session)
				.with(csrf())
				.param("name", "Test User")
				.param("email", "test@example.com")
				.param("code", "123456")
				.param("currentPassword", TestUsers.PASSWORD)
				.param("newPassword", "Battery-Staple-2")
				.exchange();

			assertThat(result).as(page).hasRedirectedUrl("/login?ended");
			assertThat(session.isInvalid()).isTrue();
		}
		assertThat(this.mvc.get().uri("/login?ended")).hasStatusOk().bodyText().contains("You were logged out.");
	}

	private String code(String email) {
		return this.cognito.lastMessage(email).orElseThrow().code();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class PoolWithClock {

		@Bean
		MovableClock clock() {
			return new MovableClock();
		}

		@Bean
		EmbeddedCognito cognito(MovableClock clock) {
			return EmbeddedCognito.builder().usernameAttributes("email").clock(clock).start();
		}

		@Bean
		CognitoAccountManager accounts(EmbeddedCognitoConnectionDetails connection, MovableClock clock) {
			return CognitoAccountManager.builder()
				.userPoolId(connection.getUserPoolId())
				.clientId(connection.getClientId())
				.endpoint(connection.getEndpoint())
				.issuer(connection.getIssuer())
				.credentialsProvider(connection.getCredentialsProvider())
				.clock(clock)
				.build();
		}

		@Bean
		CognitoSessionSettings sessionSettings(MovableClock clock) {
			return CognitoSessionSettings.withDefaults().withClock(clock);
		}

		@Bean
		EmbeddedCognitoConnectionDetails connection(EmbeddedCognito cognito) {
			return new EmbeddedCognitoConnectionDetails(cognito);
		}

	}

	/** A clock that a test moves. */
	static final class MovableClock extends Clock {

		private volatile Instant now = Instant.now();

		void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
