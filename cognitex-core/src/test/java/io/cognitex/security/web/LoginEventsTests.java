package io.cognitex.security.web;

import java.util.ArrayList;
import java.util.List;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.TestChallenges;
import io.cognitex.security.StubAccountManager;
import io.cognitex.security.TestTokens;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for the events of a login: one for each attempt, of the right type, and none for
 * a step that is only asked.
 */
class LoginEventsTests {

	private final MockHttpSession session = new MockHttpSession();

	private final StubAccountManager accounts = StubAccountManager.answering(TestChallenges.smsMfa());

	private final List<String> observations = new ArrayList<>();

	private TestApplication application;

	@BeforeEach
	void start() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new Recorder());
		this.application = TestApplication.with(this.accounts)
			.bean(ObservationRegistry.class, registry)
			.start((http) -> http.with(new CognitoLoginConfigurer()));
	}

	@AfterEach
	void close() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource({ "CODE_MISMATCH, AuthenticationFailureBadCredentialsEvent",
			"EXPIRED_CODE, AuthenticationFailureBadCredentialsEvent",
			"NOT_AUTHORIZED, AuthenticationFailureBadCredentialsEvent",
			"SESSION_EXPIRED, AuthenticationFailureCredentialsExpiredEvent",
			"LIMIT_EXCEEDED, AuthenticationFailureLockedEvent" })
	void answerWhenRefusedThenOneEvent(CognitoError error, String event) {
		post("/login", "username", "alice", "password", "Passw0rd!");
		assertThat(authenticationEvents()).isEmpty();
		this.accounts.responding((answer) -> {
			throw new CognitoException(error, "text");
		});

		post("/login/challenge", "code", "123456");

		assertThat(authenticationEvents()).containsExactly(event);
	}

	@ParameterizedTest
	@CsvSource({ "INVALID_PASSWORD", "INVALID_PARAMETER", "ALIAS_EXISTS" })
	void answerWhenCognitoStillAsksThenNoEvent(CognitoError error) {
		post("/login", "username", "alice", "password", "Passw0rd!");
		this.accounts.responding((answer) -> {
			throw new CognitoException(error, "text");
		});

		post("/login/challenge", "code", "123456");

		assertThat(authenticationEvents()).isEmpty();
	}

	@Test
	void answerWhenRightThenEventsOfSuccessOnce() {
		post("/login", "username", "alice", "password", "Passw0rd!");
		this.accounts.responding((answer) -> TestTokens.completed());

		post("/login/challenge", "code", "123456");

		assertThat(authenticationEvents()).containsExactly("AuthenticationSuccessEvent",
				"InteractiveAuthenticationSuccessEvent");
	}

	@Test
	void answerThenOneObservationForEachStep() {
		post("/login", "username", "alice", "password", "Passw0rd!");
		this.accounts.responding((answer) -> {
			throw new CognitoException(CognitoError.CODE_MISMATCH, "text");
		});
		post("/login/challenge", "code", "000000");
		this.accounts.responding((answer) -> TestTokens.completed());
		post("/login/challenge", "code", "123456");

		assertThat(this.observations).containsExactly("CognitoChallengeException", "BadCredentialsException", "none");
	}

	private List<String> authenticationEvents() {
		return this.application.events()
			.stream()
			.filter((event) -> event.contains("Authentication") && !event.contains("Authorization"))
			.toList();
	}

	private void post(String uri, String... parameters) {
		MockMvcRequestBuilder request = this.application.mvc().post().uri(uri).with(csrf()).session(this.session);
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		assertThat(request.exchange()).hasStatus3xxRedirection();
	}

	/**
	 * The errors of observed authentications.
	 */
	private final class Recorder implements ObservationHandler<Observation.Context> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			// The name is not known yet
			return true;
		}

		@Override
		public void onStop(Observation.Context context) {
			if ("spring.security.authentications".equals(context.getName())) {
				Throwable error = context.getError();
				LoginEventsTests.this.observations.add((error != null) ? error.getClass().getSimpleName() : "none");
			}
		}

	}

}
