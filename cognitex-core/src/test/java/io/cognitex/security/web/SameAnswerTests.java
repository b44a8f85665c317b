package io.cognitex.security.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignInFlow;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.RecordedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

/**
 * Compares whole responses of every way to log in, and the calls to Cognito behind them:
 * nothing tells an unknown, a disabled and a known user with a wrong password apart.
 */
class SameAnswerTests {

	private static final String PASSWORD = "Passw0rd!";

	private EmbeddedCognito pool = EmbeddedCognito.start();

	private SignInFlow flow = SignInFlow.USER_SRP_AUTH;

	@AfterEach
	void stop() {
		this.pool.close();
	}

	@ParameterizedTest
	@EnumSource(Login.class)
	void loginWhenPasswordIsRightThenTheTestSeesADifference(Login login) {
		start("ENABLED", SignInFlow.USER_SRP_AUTH);

		assertThat(answer(login, "alice", PASSWORD)).isNotEqualTo(answer(login, "alice", "Wr0ng-Passw0rd!"));
	}

	@ParameterizedTest
	@CsvSource({ "FORM, USER_SRP_AUTH", "FORM, USER_PASSWORD_AUTH", "FORM_FOR_JSON, USER_SRP_AUTH",
			"FORM_FOR_JSON, USER_PASSWORD_AUTH", "JSON, USER_SRP_AUTH", "JSON, USER_PASSWORD_AUTH",
			"BASIC, USER_SRP_AUTH", "BASIC, USER_PASSWORD_AUTH" })
	void loginWhenUserIsUnknownOrDisabledThenResponseAndCallsAreThoseOfAWrongPassword(Login login, SignInFlow flow) {
		start("ENABLED", flow);

		Answer wrong = answer(login, "alice", "Wr0ng-Passw0rd!");

		assertThat(answer(login, "bob", PASSWORD)).as("unknown").isEqualTo(wrong);
		assertThat(answer(login, "bob@example.com", PASSWORD)).as("unknown alias").isEqualTo(wrong);
		assertThat(answer(login, "alice@example.com", "Wr0ng-Passw0rd!")).as("alias").isEqualTo(wrong);
		assertThat(answer(login, "carol", "Wr0ng-Passw0rd!")).as("disabled, wrong password").isEqualTo(wrong);
		assertThat(answer(login, "carol", PASSWORD)).as("disabled").isEqualTo(wrong);
		assertThat(wrong.calls()).hasSize((flow == SignInFlow.USER_SRP_AUTH) ? 2 : 1);
	}

	@ParameterizedTest
	@EnumSource(Login.class)
	void loginWhenPoolTellsWhichUsersExistThenResponsesDoNot(Login login) {
		start("LEGACY", SignInFlow.USER_SRP_AUTH);

		Answer wrong = answer(login, "alice", "Wr0ng-Passw0rd!");

		assertThat(answer(login, "bob", PASSWORD).response()).isEqualTo(wrong.response());
		assertThat(answer(login, "carol", PASSWORD).response()).isEqualTo(wrong.response());
	}

	@Test
	void responseThenHasWhatIsCompared() {
		start("ENABLED", SignInFlow.USER_SRP_AUTH);

		assertThat(answer(Login.FORM, "alice", "Wr0ng-Passw0rd!").response()).contains("302", "Location=[/login?error]",
				"X-Frame-Options", "value=\"USERNAME\"", "not correct");
		assertThat(answer(Login.BASIC, "alice", "Wr0ng-Passw0rd!").response()).contains("401",
				"WWW-Authenticate=[Basic realm=", "\"status\":401");
	}

	private void start(String preventUserExistenceErrors, SignInFlow flow) {
		this.pool.close();
		this.pool = EmbeddedCognito.builder()
			.aliasAttributes("email")
			.preventUserExistenceErrors(preventUserExistenceErrors)
			.start();
		this.pool.addUser(user("alice").build());
		this.pool.addUser(user("carol").enabled(false).build());
		this.flow = flow;
	}

	private CognitoAccountManager accounts() {
		return CognitoAccountManager.builder()
			.userPoolId(this.pool.userPoolId())
			.clientId(this.pool.clientId())
			.endpoint(this.pool.endpoint())
			.issuer(this.pool.issuer())
			.signInFlow(this.flow)
			.build();
	}

	private static EmbeddedUser.Builder user(String username) {
		return EmbeddedUser.named(username).password(PASSWORD).attribute("email", username + "@example.com");
	}

	/**
	 * An application of its own for each, so that nothing is remembered in between.
	 */
	private Answer answer(Login login, String username, String password) {
		this.pool.clearCalls();
		try (TestApplication application = TestApplication.with(accounts())
			.start((http) -> http.with(new CognitoLoginConfigurer())
				.with(new CognitoJsonLoginConfigurer())
				.with(new CognitoBasicConfigurer()))) {
			MockHttpSession session = new MockHttpSession();
			MockHttpServletResponse response = login.request(application, username, password)
				.session(session)
				.exchange()
				.getResponse();
			MockHttpServletResponse page = application.mvc()
				.get()
				.uri("/login?error")
				.session(session)
				.exchange()
				.getResponse();
			return new Answer((print(response) + print(page)).replace("\"" + username + "\"", "\"USERNAME\""),
					this.pool.calls().stream().map(RecordedCall::operation).toList());
		}
	}

	/**
	 * Status, headers and body, without what is random.
	 */
	private static String print(MockHttpServletResponse response) {
		TreeMap<String, List<Object>> headers = new TreeMap<>();
		response.getHeaderNames().forEach((name) -> headers.put(name, response.getHeaderValues(name)));
		headers.remove(HttpHeaders.CONTENT_LENGTH);
		String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
		return response.getStatus() + " " + headers + "\n" + body + "\n";
	}

	private record Answer(String response, List<String> calls) {

	}

	private enum Login {

		FORM {
			@Override
			MockMvcRequestBuilder request(TestApplication application, String username, String password) {
				return application.mvc()
					.post()
					.uri("/login")
					.with(csrf())
					.param("username", username)
					.param("password", password);
			}
		},

		FORM_FOR_JSON {
			@Override
			MockMvcRequestBuilder request(TestApplication application, String username, String password) {
				return FORM.request(application, username, password).accept(MediaType.APPLICATION_JSON);
			}
		},

		JSON {
			@Override
			MockMvcRequestBuilder request(TestApplication application, String username, String password) {
				return application.mvc()
					.post()
					.uri("/login/json")
					.with(csrf())
					.contentType(MediaType.APPLICATION_JSON)
					.content("{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
			}
		},

		BASIC {
			@Override
			MockMvcRequestBuilder request(TestApplication application, String username, String password) {
				return application.mvc().get().uri("/me").with(httpBasic(username, password));
			}
		};

		abstract MockMvcRequestBuilder request(TestApplication application, String username, String password);

	}

}
