package io.cognitex.embedded;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The control API as a test in another language calls it.
 */
class ControlApiTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock).controlApi(true));

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void anyWhenNotSwitchedOnThenNotFound() throws Exception {
		try (EmbeddedCognito cognito = EmbeddedCognito.start()) {
			URI health = URI.create(cognito.endpoint() + "/_cognitex/health");

			assertThat(this.http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString()).statusCode())
				.isEqualTo(404);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,unknown,404", "GET,,404", "GET,health/,404", "POST,health,405", "GET,clock,405",
			"DELETE,messages,405" })
	void anyWhenPathOrMethodIsUnknownThenRefused(String method, String path, int status) throws Exception {
		HttpResponse<String> response = send(method, (path != null) ? path : "", "{}");

		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(json(response).get("message").stringValue()).isNotEmpty();
	}

	@Test
	void healthWhenRunningThenUp() throws Exception {
		HttpResponse<String> response = get("health");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(json(response).get("status").stringValue()).isEqualTo("UP");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "7", "{}", "{\"advanceSeconds\":\"5\"}", "{\"advanceSeconds\":-1}",
			"{\"advanceSeconds\":1.5}", "{\"advanceSeconds\":null}", "{\"advanceSeconds\":9223372036854775807}",
			"{\"advanceSeconds\":99999999999999999999}", "{\"advanceSeconds\":1,\"advanceMinutes\":1}" })
	void clockWhenBodyMakesNoSenseThenRefusedAndNotMoved(String body) throws Exception {
		HttpResponse<String> response = send("POST", "clock", body);

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response).get("message").stringValue()).isNotEmpty();
		assertThat(this.pool.cognito.now()).isEqualTo(this.clock.instant());
	}

	@Test
	void clockWhenMovedThenCodesGetOlder() throws Exception {
		this.pool.signUp("bob", "email", "bob@example.com");
		String code = this.pool.lastCode("bob");

		HttpResponse<String> response = send("POST", "clock", "{\"advanceSeconds\":86400}");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Instant.parse(json(response).get("now").stringValue()))
			.isEqualTo(this.clock.instant().plus(Duration.ofDays(1)));
		Refusals.assertRefused(() -> this.pool.confirmSignUp("bob", code), "ExpiredCodeException",
				Refusals.CODE_EXPIRED);
	}

	@ParameterizedTest
	@CsvSource({ "us-east-1_none,alice,BLOCK", "POOL,nobody,BLOCK", "POOL,alice,PERHAPS", "POOL,alice,''",
			"OFF,alice,BLOCK" })
	void riskWhenBodyMakesNoSenseThenRefused(String userPoolId, String username, String decision) throws Exception {
		try (TestPool audit = TestPool.start((builder) -> builder.controlApi(true).advancedSecurityMode("AUDIT"))) {
			audit.addAlice();
			EmbeddedUserPool off = audit.cognito.addUserPool(EmbeddedCognito.builder());
			off.addUser(TestUsers.alice().build());
			String id = switch (userPoolId) {
				case "POOL" -> audit.cognito.userPoolId();
				case "OFF" -> off.userPoolId();
				default -> userPoolId;
			};

			HttpResponse<String> response = risk(audit, id, username, decision);

			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(json(response).get("message").stringValue()).isNotEmpty();
		}
	}

	@Test
	void riskWhenBlockedThenSignInIsRefused() throws Exception {
		try (TestPool enforced = TestPool
			.start((builder) -> builder.controlApi(true).advancedSecurityMode("ENFORCED"))) {
			enforced.addAlice();

			HttpResponse<String> response = risk(enforced, enforced.cognito.userPoolId(), "alice", "BLOCK");

			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(json(response).get("riskDecision").stringValue()).isEqualTo("BLOCK");
			Refusals.assertNotAuthorized(() -> enforced.signIn("alice"),
					"Unable to login because of security reasons.");
		}
	}

	private HttpResponse<String> risk(TestPool pool, String userPoolId, String username, String decision)
			throws Exception {
		String body = """
				{"userPoolId":"%s","username":"%s","riskDecision":"%s"}""".formatted(userPoolId, username, decision);
		return this.http.send(HttpRequest.newBuilder(URI.create(pool.cognito.endpoint() + "/_cognitex/risk"))
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "userPoolId=us-east-1_none", "userPoolId=", "username", "user=bob", "username=a&username=b" })
	void messagesWhenQueryMakesNoSenseThenRefused(String query) throws Exception {
		HttpResponse<String> response = get("messages?" + query);

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response).get("message").stringValue()).isNotEmpty();
	}

	@Test
	void messagesWhenThereAreSomeThenNewestFirst() throws Exception {
		this.pool.signUp("bob", "email", "bob@example.com");
		this.pool.signUp("carol", "email", "carol@example.com");

		JsonNode messages = json(get("messages?userPoolId=" + this.pool.cognito.userPoolId()));

		assertThat(messages.size()).isEqualTo(2);
		assertThat(messages.get(1).get("username").stringValue()).isEqualTo("bob");
		JsonNode newest = messages.get(0);
		assertThat(newest.propertyNames()).containsExactly("userPoolId", "username", "purpose", "medium", "destination",
				"code", "sentAt");
		assertThat(newest.get("userPoolId").stringValue()).isEqualTo(this.pool.cognito.userPoolId());
		assertThat(newest.get("username").stringValue()).isEqualTo("carol");
		assertThat(newest.get("purpose").stringValue()).isEqualTo("SIGN_UP");
		assertThat(newest.get("medium").stringValue()).isEqualTo("EMAIL");
		assertThat(newest.get("destination").stringValue()).isEqualTo("carol@example.com");
		assertThat(newest.get("code").stringValue()).isEqualTo(this.pool.lastCode("carol"));
		assertThat(Instant.parse(newest.get("sentAt").stringValue())).isEqualTo(this.clock.instant());
	}

	@Test
	void messagesWhenUserIsNamedThenFoundByAnyName() throws Exception {
		String sub = this.pool.signUp("bob", "email", "bob+test@example.com").userSub();
		this.pool.signUp("carol", "email", "carol@example.com");

		for (String name : new String[] { "bob", "BOB", sub, "bob+test@example.com" }) {
			assertThat(json(get("messages?username=" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
				.findValues("username")).extracting(JsonNode::stringValue).containsExactly("bob");
		}
		assertThat(json(get("messages?username=nobody")).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "{\"fault\":7}", "{\"fault\":\"unknown\"}",
			"{\"fault\":\"throttling\",\"times\":0}", "{\"fault\":\"throttling\",\"times\":\"1\"}",
			"{\"fault\":\"throttling\",\"operation\":\"signUp\"}", "{\"fault\":\"throttling\",\"operation\":7}",
			"{\"fault\":\"throttling\",\"message\":\"a\"}", "{\"fault\":\"exception\"}",
			"{\"fault\":\"exception\",\"type\":\"a b\",\"message\":\"c\"}", "{\"fault\":\"latency\"}",
			"{\"fault\":\"latency\",\"milliseconds\":60001}", "{\"fault\":\"exception\",\"milliseconds\":1}",
			"{\"fault\":\"throttling\",\"time\":1}" })
	void faultsWhenBodyMakesNoSenseThenRefusedAndNothingFails(String body) throws Exception {
		HttpResponse<String> response = send("POST", "faults", body);

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response).get("message").stringValue()).isNotEmpty();
		assertThat(this.pool.signUp("bob", "email", "bob@example.com").userSub()).isNotEmpty();
	}

	@Test
	void faultsWhenAddedThenHappenAsOftenAsSaid() throws Exception {
		HttpResponse<String> response = send("POST", "faults",
				"""
						{"fault":"exception","type":"InvalidParameterException","message":"No.","operation":"SignUp","times":1}""");

		assertThat(response.statusCode()).isEqualTo(200);
		Refusals.assertInvalidParameter(() -> this.pool.signUp("bob", "email", "bob@example.com"), "No.");
		assertThat(this.pool.signUp("bob", "email", "bob@example.com").userSub()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"fault\":\"throttling\"}", "{\"fault\":\"internalError\"}",
			"{\"fault\":\"droppedConnection\"}", "{\"fault\":\"truncatedBody\"}" })
	void faultsWhenDeletedThenNothingFails(String body) throws Exception {
		assertThat(send("POST", "faults", body).statusCode()).isEqualTo(200);

		assertThat(send("DELETE", "faults", "").statusCode()).isEqualTo(200);

		assertThat(this.pool.signUp("bob", "email", "bob@example.com").userSub()).isNotEmpty();
	}

	@Test
	void callsWhenThereAreSomeThenInOrder() throws Exception {
		this.pool.addAlice();
		this.pool.accessToken("alice");
		Refusals.assertNotAuthorized(() -> this.pool.accessToken("nobody"), Refusals.INCORRECT);

		JsonNode calls = json(get("calls"));

		assertThat(calls.findValues("username")).extracting(JsonNode::stringValue).containsExactly("alice", "nobody");
		assertThat(calls.get(0).get("error").isNull()).isTrue();
		assertThat(calls.get(1).get("error").stringValue()).isEqualTo("NotAuthorizedException");
		assertThat(calls.get(1).get("operation").stringValue()).isEqualTo("InitiateAuth");
	}

	@Test
	void resetWhenBodyMakesNoSenseThenRefused() throws Exception {
		this.pool.signUp("bob", "email", "bob@example.com");

		assertThat(send("POST", "reset", "{\"userPoolId\":\"a\"}").statusCode()).isEqualTo(400);

		assertThat(this.pool.cognito.messages()).hasSize(1);
	}

	@Test
	void resetWhenSentThenAsAfterTheStart() throws Exception {
		this.pool.signUp("bob", "email", "bob@example.com");

		assertThat(send("POST", "reset", "").statusCode()).isEqualTo(200);

		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "https://example.com,403", "http://localhost.example.com,403", "null,403", "http://localhost:3000,200",
			"http://127.0.0.1,200" })
	void anyWhenSentByAPageThenOnlyFromThisMachine(String origin, int status) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.pool.cognito.endpoint() + "/_cognitex/health"))
			.header("Origin", origin)
			.build();

		assertThat(this.http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send("GET", path, "");
	}

	private HttpResponse<String> send(String method, String path, String body) throws Exception {
		URI uri = URI.create(this.pool.cognito.endpoint() + "/_cognitex/");
		HttpRequest request = HttpRequest.newBuilder(URI.create(uri + path))
			.method(method, BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

}
