package io.cognitex.security.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.security.StubAccountManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for {@link Outage}.
 */
class OutageTests {

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	@BeforeEach
	void capture() {
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void release() {
		this.root.detachAppender(this.log);
	}

	@Test
	void logWhenFailureIsNotCognitosThenLeftToSpringSecurity() {
		InternalAuthenticationServiceException bug = new InternalAuthenticationServiceException("bug",
				new IllegalStateException());

		assertThat(Outage.log(bug)).isSameAs(bug);
		assertThat(this.log.list).isEmpty();
	}

	@Test
	void logThenTheSameFailureWithoutTheTypeThatFiltersLog() {
		CognitoException cause = new CognitoException(CognitoError.TOO_MANY_REQUESTS, "Rate exceeded");
		InternalAuthenticationServiceException outage = new InternalAuthenticationServiceException("text", cause);
		outage.setAuthenticationRequest(new TestingAuthenticationToken("alice", "Passw0rd!"));

		AuthenticationServiceException logged = Outage.log(outage);

		assertThat(logged).isExactlyInstanceOf(AuthenticationServiceException.class).hasMessage("text").hasCause(cause);
		assertThat(logged.getAuthenticationRequest()).isSameAs(outage.getAuthenticationRequest());
	}

	@Test
	void loginWhenCognitoIsDownThenOneLineInTheLogWithoutStackTrace() {
		try (TestApplication application = TestApplication
			.with(StubAccountManager.failing(CognitoError.SERVICE_UNAVAILABLE))
			.start((http) -> http.with(new CognitoLoginConfigurer()))) {
			MvcTestResult result = application.mvc()
				.post()
				.uri("/login")
				.with(csrf())
				.param("username", "alice")
				.param("password", "Passw0rd!")
				.exchange();

			assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login?error");
		}
		assertThat(this.log.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.singleElement()
			.satisfies((event) -> {
				assertThat(event.getLevel()).isEqualTo(Level.WARN);
				assertThat(event.getThrowableProxy()).isNull();
				assertThat(event.getFormattedMessage()).contains("CognitoException")
					.doesNotContain("alice", "Passw0rd!");
			});
	}

}
