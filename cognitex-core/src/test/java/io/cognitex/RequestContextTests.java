package io.cognitex;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.cognitex.StubCognito.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Cognito is told of the person and by the application: with each operation that
 * takes it, and with no other.
 */
class RequestContextTests {

	private static final UserContext CONTEXT = new UserContext("fingerprint", "203.0.113.7", "app.example.com",
			"/login", Map.of("User-Agent", "Browser/1.0"));

	private static final Map<String, Object> PUBLIC = Map.of("EncodedData", "fingerprint", "IpAddress", "203.0.113.7");

	private static final Map<String, Object> ADMIN = Map.of("EncodedData", "fingerprint", "IpAddress", "203.0.113.7",
			"ServerName", "app.example.com", "ServerPath", "/login", "HttpHeaders",
			List.of(Map.of("headerName", "User-Agent", "headerValue", "Browser/1.0")));

	private StubCognito cognito;

	@BeforeEach
	void start() throws IOException {
		this.cognito = new StubCognito().answer(400, "{\"__type\":\"NotAuthorizedException\",\"message\":\"no\"}");
	}

	@AfterEach
	void stop() {
		this.cognito.close();
	}

	@Test
	void operationWhenNothingIsKnownThenNothingIsTold() {
		requests(TestAccounts.builder(this.cognito.endpoint())).forEach((operation, request) -> {
			assertThat(request.operation()).isEqualTo(operation);
			assertThat(request.body()).as(operation)
				.doesNotContainKeys("UserContextData", "ContextData", "ClientMetadata");
		});
	}

	@Test
	void operationWhenContextIsKnownThenItIsToldWhereCognitoTakesIt() {
		requests(builder(CONTEXT)).forEach((operation, request) -> {
			if (takesUserContext(operation)) {
				assertThat(request.body()).as(operation)
					.containsEntry("UserContextData", PUBLIC)
					.doesNotContainKey("ContextData");
			}
			else if (takesContext(operation)) {
				assertThat(request.body()).as(operation)
					.containsEntry("ContextData", ADMIN)
					.doesNotContainKey("UserContextData");
			}
			else {
				assertThat(request.body()).as(operation).doesNotContainKeys("UserContextData", "ContextData");
			}
		});
	}

	@Test
	void operationWhenThereIsMetadataThenItIsToldWhereCognitoTakesIt() {
		CognitoAccountManagerBuilder builder = TestAccounts.builder(this.cognito.endpoint())
			.clientMetadata((name) -> Map.of("operation", name));

		requests(builder).forEach((operation, request) -> {
			if (takesUserContext(operation) || takesContext(operation)
					|| operation.matches("UpdateUserAttributes|GetUserAttributeVerificationCode")) {
				assertThat(request.body()).containsEntry("ClientMetadata", Map.of("operation", operation));
			}
			else {
				assertThat(request.body()).as(operation).doesNotContainKey("ClientMetadata");
			}
		});
	}

	@Test
	void operationWhenForAdministratorsThenAllOfTheContextOrNothing() {
		for (UserContext part : List.of(new UserContext("fingerprint", null, "app.example.com", "/login", Map.of()),
				new UserContext("fingerprint", "203.0.113.7", null, "/login", Map.of()),
				new UserContext("fingerprint", "203.0.113.7", "app.example.com", null, Map.of()))) {
			requests(builder(part)).forEach(
					(operation, request) -> assertThat(request.body()).as(operation).doesNotContainKey("ContextData"));
		}
	}

	@Test
	void operationWhenOnlyTheAddressIsKnownThenItAloneIsTold() {
		UserContext address = new UserContext(null, "203.0.113.7", null, null, Map.of());

		Request request = requests(builder(address)).get("SignUp");

		assertThat(request.body()).containsEntry("UserContextData", Map.of("IpAddress", "203.0.113.7"));
	}

	/**
	 * Every operation, and those that need a challenge or AWS credentials.
	 */
	private static Map<String, Consumer<CognitoAccountManager>> operations() {
		Map<String, Consumer<CognitoAccountManager>> operations = new LinkedHashMap<>(TestAccounts.operations());
		operations.put("AdminInitiateAuth", (accounts) -> accounts.authenticate(
				SignInRequest.withPassword("alice", "Passw0rd!").withFlow(SignInFlow.ADMIN_USER_PASSWORD_AUTH)));
		operations.put("AdminRespondToAuthChallenge",
				(accounts) -> accounts.respond(new SignInChallenge.SmsMfa(
						SignInProgress.begin("alice", SignInFlow.ADMIN_USER_PASSWORD_AUTH, null)
							.withSession(new CognitoSession("a-session-of-twenty-characters")),
						new CodeDelivery(null, "SMS", null))
					.answer("123456")));
		return operations;
	}

	private static boolean takesUserContext(String operation) {
		return operation.matches("SignUp|ConfirmSignUp|ResendConfirmationCode|ForgotPassword|ConfirmForgotPassword"
				+ "|InitiateAuth|RespondToAuthChallenge");
	}

	private static boolean takesContext(String operation) {
		return operation.matches("AdminInitiateAuth|AdminRespondToAuthChallenge");
	}

	private CognitoAccountManagerBuilder builder(@Nullable UserContext context) {
		return TestAccounts.builder(this.cognito.endpoint()).userContext(() -> context);
	}

	/**
	 * What each operation sends.
	 */
	private Map<String, Request> requests(CognitoAccountManagerBuilder builder) {
		Map<String, Request> requests = new LinkedHashMap<>();
		try (CognitoAccountManager accounts = builder.build()) {
			operations().forEach((name, operation) -> {
				assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> operation.accept(accounts));
				requests.put(name, this.cognito.requests().get(this.cognito.requests().size() - 1));
			});
		}
		return requests;
	}

}
