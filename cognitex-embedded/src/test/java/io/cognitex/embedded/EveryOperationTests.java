package io.cognitex.embedded;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import tools.jackson.databind.json.JsonMapper;

import io.cognitex.embedded.internal.model.Member;
import io.cognitex.embedded.internal.operation.Operation;
import io.cognitex.embedded.internal.operation.Operations;
import io.cognitex.embedded.internal.operation.Services;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every operation refuses, whatever it does otherwise; and that it takes the members
 * that the service's model has.
 */
class EveryOperationTests {

	private static final Operations OPERATIONS = new Operations(
			Services.of("us-east-1", "http://localhost", Clock.systemUTC()));

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final TestPool POOL = TestPool.start((builder) -> builder.advancedSecurityMode("AUDIT"));

	private static String idToken = "";

	private static String tokenOfNobody = "";

	private static String tokenOfDisabled = "";

	@BeforeAll
	static void addUsers() {
		for (String username : new String[] { "alice", "nobody", "disabled" }) {
			POOL.cognito.addUser(EmbeddedUser.named(username).password(TestPool.PASSWORD).build());
		}
		idToken = POOL.signIn("alice").idToken();
		tokenOfNobody = POOL.accessToken("nobody");
		tokenOfDisabled = POOL.accessToken("disabled");
		try (CognitoIdentityProviderClient iam = TestClients.iam(POOL.cognito)) {
			iam.adminDeleteUser((request) -> request.userPoolId(POOL.cognito.userPoolId()).username("nobody"));
			iam.adminDisableUser((request) -> request.userPoolId(POOL.cognito.userPoolId()).username("disabled"));
		}
	}

	@AfterAll
	static void close() {
		POOL.close();
	}

	static Stream<Named<Operation>> operations() {
		return operations((operation) -> true);
	}

	static Stream<Named<Operation>> iamOperations() {
		return operations(Operation::needsIam);
	}

	static Stream<Named<Operation>> operationsOfPools() {
		return operations(takes("UserPoolId"));
	}

	static Stream<Named<Operation>> operationsOfClients() {
		// RevokeToken has another type for this.
		return operations(takes("ClientId").and((operation) -> !operation.name().equals("RevokeToken")));
	}

	static Stream<Named<Operation>> operationsOfUsers() {
		return operations((operation) -> operation.needsIam() && takes("Username").test(operation)
				&& !operation.name().equals("AdminCreateUser"));
	}

	static Stream<Named<Operation>> operationsOfSignedInUsers() {
		return operations(takes("AccessToken"));
	}

	private static Stream<Named<Operation>> operations(Predicate<Operation> wanted) {
		return ServiceModel.operations()
			.stream()
			.flatMap((name) -> OPERATIONS.find(name).stream())
			.filter(wanted)
			.map((operation) -> Named.of(operation.name(), operation));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void inputWhenComparedWithTheModelThenTheSame(Operation operation) {
		assertThat(MinimalRequest.membersOf(operation)).isEqualTo(ServiceModel.members(operation.name()));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void callWhenNothingIsSentThenEveryRequiredMemberIsNamed(Operation operation) {
		Set<String> required = new MinimalRequest(operation).members().keySet();

		Map<?, ?> refusal = call(operation, Map.of());

		for (String member : required) {
			String name = Character.toLowerCase(member.charAt(0)) + member.substring(1);
			assertThat(refusal.get("message")).asString()
				.startsWith(required.size() + " validation error" + ((required.size() > 1) ? "s" : "") + " detected: ")
				.contains("at '" + name + "' failed to satisfy constraint: Member must not be null");
		}
	}

	@ParameterizedTest
	@MethodSource("iamOperations")
	void callWhenUnsignedThenRefused(Operation operation) {
		Map<?, ?> refusal = send(request(operation, new MinimalRequest(operation).members()));

		assertThat(refusal.get("__type")).isEqualTo("MissingAuthenticationTokenException");
	}

	@ParameterizedTest
	@MethodSource("operationsOfPools")
	void callWhenPoolIsUnknownThenNotFound(Operation operation) {
		Map<?, ?> refusal = call(operation, new MinimalRequest(operation).members());

		assertRefused(refusal, "ResourceNotFoundException", "User pool us-east-1_Sample001 does not exist.");
	}

	@ParameterizedTest
	@MethodSource("operationsOfClients")
	void callWhenClientIsUnknownThenNotFound(Operation operation) {
		MinimalRequest request = new MinimalRequest(operation);
		if (takes("UserPoolId").test(operation)) {
			request.with("UserPoolId", POOL.cognito.userPoolId());
		}

		assertRefused(call(operation, request.members()), "ResourceNotFoundException",
				"User pool client sampleclient does not exist.");
	}

	@ParameterizedTest
	@MethodSource("operationsOfUsers")
	void callWhenUserIsUnknownThenNotFound(Operation operation) {
		MinimalRequest request = new MinimalRequest(operation).with("UserPoolId", POOL.cognito.userPoolId());

		assertRefused(call(operation, request.members()), "UserNotFoundException", "User does not exist.");
	}

	@ParameterizedTest
	@MethodSource("operationsOfSignedInUsers")
	void callWhenAccessTokenIsNoneThenNotAuthorized(Operation operation) {
		MinimalRequest request = new MinimalRequest(operation);

		assertRefused(call(operation, request.with("AccessToken", "forged").members()), "NotAuthorizedException",
				"Invalid Access Token");
		assertRefused(call(operation, request.with("AccessToken", idToken).members()), "NotAuthorizedException",
				"Invalid Access Token");
		assertRefused(call(operation, request.with("AccessToken", tokenOfDisabled).members()), "NotAuthorizedException",
				"Access Token has been revoked");
		assertRefused(call(operation, request.with("AccessToken", tokenOfNobody).members()), "UserNotFoundException",
				"User does not exist.");
	}

	private static Predicate<Operation> takes(String member) {
		return (operation) -> operation.input().members().stream().map(Member::name).anyMatch(member::equals);
	}

	private static Map<?, ?> call(Operation operation, Map<String, Object> members) {
		return send(request(operation, members).header("Authorization",
				"AWS4-HMAC-SHA256 Credential=sample, SignedHeaders=host, Signature=0"));
	}

	private static HttpRequest.Builder request(Operation operation, Map<String, Object> members) {
		return HttpRequest.newBuilder(POOL.cognito.endpoint().resolve("/"))
			.header("Content-Type", "application/x-amz-json-1.1")
			.header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation.name())
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(members)));
	}

	private static Map<?, ?> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
			return JSON.readValue(response.body(), Map.class);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void assertRefused(Map<?, ?> refusal, String type, String text) {
		assertThat(refusal.get("__type")).as(refusal.toString()).isEqualTo(type);
		assertThat(refusal.get("message")).isEqualTo(text);
	}

}
