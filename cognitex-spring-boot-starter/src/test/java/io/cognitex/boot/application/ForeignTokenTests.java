package io.cognitex.boot.application;

import java.time.Clock;
import java.time.Duration;

import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens that the application's own pool signed, and that are not for the application.
 */
class ForeignTokenTests {

	@Test
	void requestWhenTokenIsOfAnotherAppClientThenUnauthorized() {
		try (EmbeddedCognito cognito = EmbeddedCognito.start();
				ConfigurableApplicationContext application = run(cognito, "anotherclient")) {
			assertThat(statusOf(application, TestTokens.of(cognito).accessToken())).isEqualTo(401);
		}
	}

	@Test
	void requestWhenTokenIsExpiredThenUnauthorized() {
		Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
		try (EmbeddedCognito cognito = EmbeddedCognito.builder().clock(yesterday).start();
				ConfigurableApplicationContext application = run(cognito, cognito.clientId())) {
			assertThat(statusOf(application, TestTokens.of(cognito).accessToken())).isEqualTo(401);
		}
	}

	@Test
	void requestWhenTokenIsForTheApplicationThenAuthenticated() {
		try (EmbeddedCognito cognito = EmbeddedCognito.start();
				ConfigurableApplicationContext application = run(cognito, cognito.clientId())) {
			assertThat(statusOf(application, TestTokens.of(cognito).accessToken())).isEqualTo(200);
		}
	}

	private static int statusOf(ConfigurableApplicationContext application, String token) {
		int port = ((WebServerApplicationContext) application).getWebServer().getPort();
		return new TestBrowser(port).get("/who", "Authorization", "Bearer " + token).statusCode();
	}

	private static ConfigurableApplicationContext run(EmbeddedCognito cognito, String clientId) {
		return new SpringApplicationBuilder(PlainApplication.class).run("--server.port=0",
				"--cognitex.user-pool-id=" + cognito.userPoolId(), "--cognitex.client-id=" + clientId,
				"--cognitex.endpoint=" + cognito.endpoint(), "--cognitex.issuer=" + cognito.issuer());
	}

}
