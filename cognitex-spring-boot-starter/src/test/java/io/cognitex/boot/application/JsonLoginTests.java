package io.cognitex.boot.application;

import java.net.http.HttpResponse;
import java.util.Map;

import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Login by JSON to an application without a line of security, over HTTP.
 */
@SpringBootTest(classes = PlainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.embedded.enabled=true", "cognitex.login.json.enabled=true",
				"cognitex.login.json.stateless=true" })
@Tag("slow")
class JsonLoginTests {

	private TestBrowser client;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.client = new TestBrowser(port);
	}

	@Test
	void loginWhenBodyIsHugeThenRefused() {
		HttpResponse<String> response = this.client.postJson("/login/json",
				"{\"username\":\"" + "a".repeat(1_000_000) + "\"}");

		assertThat(response.statusCode()).isEqualTo(413);
	}

	@Test
	void loginWhenBodyIsAFormThenRefused() {
		assertThat(this.client.post("/login/json", Map.of("username", "newcomer")).statusCode()).isEqualTo(415);
	}

	@Test
	void loginWhenChallengedAndAnsweredThenTokensThatTheApplicationTakes(@Autowired EmbeddedCognito cognito) {
		cognito.addUser(EmbeddedUser.named("newcomer")
			.password("Passw0rd!")
			.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD)
			.build());

		HttpResponse<String> challenged = this.client.postJson("/login/json",
				"{\"username\":\"newcomer\",\"password\":\"Passw0rd!\"}");

		assertThat(challenged.statusCode()).isEqualTo(401);
		assertThat(challenged.headers().firstValue("WWW-Authenticate"))
			.contains("Cognito challenge=\"NEW_PASSWORD_REQUIRED\"");
		assertThat(this.client.sessionId()).isEmpty();
		HttpResponse<String> answered = this.client.postJson("/login/json/challenge",
				"{\"challenge\":\"NEW_PASSWORD_REQUIRED\",\"newPassword\":\"N3w-Passw0rd!\",\"handle\":\""
						+ json(challenged).get("handle").asString() + "\"}");

		assertThat(answered.statusCode()).isEqualTo(200);
		assertThat(answered.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(this.client.sessionId()).isEmpty();
		HttpResponse<String> who = this.client.get("/who", "Authorization",
				"Bearer " + json(answered).get("access_token").asString());
		assertThat(who.statusCode()).isEqualTo(200);
		assertThat(json(who).get("name").asString()).isEqualTo("newcomer");
	}

	private static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

}
