package io.cognitex.embedded;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The protocol as it is on the wire.
 */
class WireTests {

	private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

	@AutoClose
	private final TestPool pool = TestPool.start();

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void callWhenRefusedThenTypeAndTextAreInHeadersAndBody() throws Exception {
		this.pool.addAlice();

		HttpResponse<String> response = call("InitiateAuth", """
				{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"%s",
				"AuthParameters":{"USERNAME":"alice","PASSWORD":"wrong"}}""".formatted(this.pool.clientId()));

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(header(response, "Content-Type")).isEqualTo(CONTENT_TYPE);
		assertThat(header(response, "x-amzn-ErrorType")).isEqualTo("NotAuthorizedException:");
		assertThat(header(response, "x-amzn-ErrorMessage")).isEqualTo("Incorrect username or password.");
		assertThat(header(response, "x-amzn-RequestId")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
		assertThat(response.body())
			.isEqualTo("{\"__type\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}");
	}

	@Test
	void callWhenSuccessfulThenJsonAndRequestId() throws Exception {
		this.pool.addAlice();

		HttpResponse<String> response = call("InitiateAuth", """
				{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"%s",
				"AuthParameters":{"USERNAME":"alice","PASSWORD":"%s"}}""".formatted(this.pool.clientId(),
				TestPool.PASSWORD));

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(header(response, "Content-Type")).isEqualTo(CONTENT_TYPE);
		assertThat(header(response, "x-amzn-RequestId")).isNotEmpty();
		JsonNode body = JsonMapper.shared().readTree(response.body());
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("ChallengeParameters", "AuthenticationResult");
		assertThat(body.get("ChallengeParameters").isEmpty()).isTrue();
		assertThat(body.get("AuthenticationResult").propertyNames()).containsExactlyInAnyOrder("AccessToken",
				"ExpiresIn", "IdToken", "RefreshToken", "TokenType");
	}

	@Test
	void callWhenTimesAreAnsweredThenSecondsWithMillis() throws Exception {
		this.pool.addAlice();

		HttpResponse<String> response = send(request("AdminGetUser", """
				{"UserPoolId":"%s","Username":"alice"}""".formatted(this.pool.cognito.userPoolId()))
			.header("Authorization",
					"AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=0")
			.build());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).containsPattern("\"UserCreateDate\":[0-9]{10}\\.[0-9]{3}[,}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AWS4-HMAC-SHA256 ", "Bearer token", "Basic YTpi" })
	void callWhenOperationNeedsASignatureThenOtherCredentialsAreRefused(String authorization) throws Exception {
		HttpResponse<String> response = send(
				request("AdminGetUser", "{}").header("Authorization", authorization).build());

		assertRefused(response, 400, "MissingAuthenticationTokenException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateIdentityProvider", "signUp", "", "AdminGetUser/", "Object" })
	void callWhenOperationIsUnknownThenRefused(String operation) throws Exception {
		assertRefused(call(operation, "{}"), 400, "UnknownOperationException");
	}

	@Test
	void callWhenTargetIsMissingOrOfAnotherServiceThenRefused() throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.pool.cognito.endpoint().resolve("/"))
			.header("Content-Type", CONTENT_TYPE)
			.POST(BodyPublishers.ofString("{}"));

		assertRefused(send(request.build()), 400, "UnknownOperationException");
		assertRefused(send(request.header("X-Amz-Target", "DynamoDB_20120810.GetItem").build()), 400,
				"UnknownOperationException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/plain", "application/x-www-form-urlencoded",
			"application/x-amz-json-1.0" })
	void callWhenContentTypeIsWrongThenRefused(String contentType) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.pool.cognito.endpoint().resolve("/"))
			.header("Content-Type", contentType)
			.header("X-Amz-Target", "AWSCognitoIdentityProviderService.GetUser")
			.POST(BodyPublishers.ofString("{}"))
			.build();

		assertRefused(send(request), 400, "UnknownOperationException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "}", "[]", "null", "\"text\"", "7", "{\"AccessToken\":}",
			"{\"AccessToken\":\"a\"} {}", "{\"AccessToken\":\"a\",\"AccessToken\":\"b\"}", "{'AccessToken':'a'}",
			"AccessToken=a", "{\"AccessToken\":\"\\uZZZZ\"}" })
	void callWhenBodyIsNotAJsonObjectThenRefused(String body) throws Exception {
		assertRefused(call("GetUser", body), 400, "SerializationException");
	}

	@Test
	void callWhenJsonIsDeeplyNestedThenRefused() throws Exception {
		assertRefused(call("GetUser", "{\"AccessToken\":" + "[".repeat(100_000)), 400, "SerializationException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"AccessToken\":1}", "{\"AccessToken\":true}", "{\"AccessToken\":{}}",
			"{\"AccessToken\":[\"a\"]}", "{\"AccessTokens\":\"a\"}", "{\"accessToken\":\"a\"}" })
	void callWhenMemberIsOfTheWrongTypeOrUnknownThenRefused(String body) throws Exception {
		assertRefused(call("GetUser", body), 400, "SerializationException");
	}

	@Test
	void callWhenBodyIsTooLargeThenRefused() throws Exception {
		String body = "{\"AccessToken\":\"" + "a".repeat(1024 * 1024) + "\"}";

		assertRefused(call("GetUser", body), 413, "RequestEntityTooLargeException");
	}

	@Test
	void callWhenBodyIsJustSmallEnoughThenJudged() throws Exception {
		String body = "{\"AccessToken\":\"" + "a".repeat(1024 * 1024 - 18) + "\"}";

		assertRefused(call("GetUser", body), 400, "NotAuthorizedException");
	}

	@Test
	void callWhenValueHasLineBreaksThenHeaderHasNot() throws Exception {
		HttpResponse<String> response = call("GetUserAttributeVerificationCode",
				"{\"AccessToken\":\"a\",\"AttributeName\":\"%s\"}".formatted("\\r\\nSet-Cookie: a=b€".repeat(10)));

		assertRefused(response, 400, "InvalidParameterException");
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(header(response, "x-amzn-ErrorMessage")).contains("??Set-Cookie: a=b?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/unknown", "/us-east-1_none/.well-known/jwks.json", "/.well-known/jwks.json",
			"/../../etc/passwd", "/%00" })
	void getWhenThereIsNothingThenNotFound(String path) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void postWhenPathIsAnotherThenNoOperation() throws Exception {
		for (String path : List.of("/other", "/" + this.pool.cognito.userPoolId() + "/.well-known/jwks.json")) {
			HttpRequest request = HttpRequest.newBuilder(this.pool.cognito.endpoint().resolve(path))
				.POST(BodyPublishers.ofString("{}"))
				.build();

			assertThat(send(request).statusCode()).isIn(404, 405);
		}
	}

	@Test
	void getWhenPathIsTheIssuersThenKeysAndDiscovery() throws Exception {
		String issuer = this.pool.cognito.issuer();
		String path = "/" + this.pool.cognito.userPoolId() + "/.well-known/";

		HttpResponse<String> discovery = get(path + "openid-configuration");
		HttpResponse<String> keys = get(path + "jwks.json");

		JsonNode document = JsonMapper.shared().readTree(discovery.body());
		assertThat(issuer).isEqualTo(this.pool.cognito.endpoint() + "/" + this.pool.cognito.userPoolId());
		assertThat(document.get("issuer").stringValue()).isEqualTo(issuer);
		assertThat(document.get("jwks_uri").stringValue()).isEqualTo(issuer + "/.well-known/jwks.json");
		assertThat(header(keys, "Content-Type")).isEqualTo("application/json");
		assertThat(header(keys, "Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(JsonMapper.shared().readTree(keys.body()).get("keys").size()).isEqualTo(2);
		assertThat(get(path + "unknown").statusCode()).isEqualTo(404);
	}

	/**
	 * The time limit is below the one after which the server gives half-sent requests up.
	 */
	@Test
	@Timeout(15)
	void serverWhenRequestsAreHalfSentThenStillAnswersOthers() throws Exception {
		List<Socket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < 100; i++) {
				sockets.add(send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"half\":"));
				sockets.add(send("POST / HT"));
			}

			assertRefused(call("GetUser", "{\"AccessToken\":\"a\"}"), 400, "NotAuthorizedException");
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	@Test
	@Tag("slow")
	void serverWhenRequestIsNeverFinishedThenConnectionIsClosed() throws Exception {
		try (Socket body = send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"half\":");
				Socket head = send("POST / HT")) {
			body.setSoTimeout(60_000);
			head.setSoTimeout(60_000);

			assertThat(body.getInputStream().readAllBytes()).isEmpty();
			assertThat(head.getInputStream().readAllBytes()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
			"POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n" })
	void serverWhenRequestIsNotHttpThenRefusedOrClosed(String request) throws Exception {
		try (Socket socket = send(request)) {
			socket.setSoTimeout(30_000);

			String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

			assertThat(response).satisfiesAnyOf((text) -> assertThat(text).isEmpty(),
					(text) -> assertThat(text).startsWith("HTTP/1.1 4"));
		}
		assertRefused(call("GetUser", "{\"AccessToken\":\"a\"}"), 400, "NotAuthorizedException");
	}

	@Test
	void serverWhenStartedThenListensOnLoopbackOnly() {
		assertThat(this.pool.cognito.endpoint().getHost()).isEqualTo("127.0.0.1");
	}

	private Socket send(String bytes) throws IOException {
		URI endpoint = this.pool.cognito.endpoint();
		Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
		socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
		return socket;
	}

	private HttpResponse<String> call(String operation, String body) throws Exception {
		return send(request(operation, body).build());
	}

	private HttpRequest.Builder request(String operation, String body) {
		return HttpRequest.newBuilder(this.pool.cognito.endpoint().resolve("/"))
			.header("Content-Type", CONTENT_TYPE)
			.header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
			.POST(BodyPublishers.ofString(body));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(this.pool.cognito.endpoint() + path)).build());
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.http.send(request, BodyHandlers.ofString());
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	private static void assertRefused(HttpResponse<String> response, int status, String type) {
		assertThat(response.statusCode()).isEqualTo(status);
		Map<?, ?> body = JsonMapper.shared().readValue(response.body(), Map.class);
		assertThat(body.get("__type")).isEqualTo(type);
		assertThat(header(response, "x-amzn-ErrorType")).isEqualTo(type + ":");
	}

}
