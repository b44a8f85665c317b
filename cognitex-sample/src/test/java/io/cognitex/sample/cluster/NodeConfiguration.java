package io.cognitex.sample.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoTokens;
import io.cognitex.boot.CognitoConnectionDetails;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.web.CognitoSessionSettings;
import io.cognitex.security.web.CognitoSessions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets a node go by the pool's clock, and do what the sample has no page for. */
@TestConfiguration(proxyBeanMethods = false)
class NodeConfiguration {

	@Bean
	Clock poolClock(CognitoConnectionDetails connection) {
		return new PoolClock(connection.getEndpoint());
	}

	@Bean
	CognitoAccountManager accounts(CognitoConnectionDetails connection, Clock clock) {
		return CognitoAccountManager.builder()
			.userPoolId(connection.getUserPoolId())
			.clientId(connection.getClientId())
			.endpoint(connection.getEndpoint())
			.issuer(connection.getIssuer())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.clock(clock)
			.build();
	}

	@Bean
	CognitoSessionSettings sessionSettings(Clock clock) {
		return CognitoSessionSettings.withDefaults().withClock(clock);
	}

	/** As with the sample's profile, which is for databases. */
	@Bean
	@ConditionalOnProperty("spring.data.redis.url")
	Customizer<SessionManagementConfigurer<HttpSecurity>> newSessionAtLogin() {
		return (session) -> session.sessionFixation((fixation) -> fixation.migrateSession());
	}

	@RestController
	static class TestPages {

		private final CognitoAccountManager accounts;

		private final CognitoSessions sessions;

		TestPages(CognitoAccountManager accounts, CognitoSessions sessions) {
			this.accounts = accounts;
			this.sessions = sessions;
		}

		/** The access token and the refresh token, which a real page must never show. */
		@GetMapping("/test/tokens")
		String tokens(CognitoTokens tokens) {
			return tokens.accessToken() + "\n" + tokens.refreshToken();
		}

		/** Calls {@code GetUser}, and then is under way until there is such a file. */
		@GetMapping("/test/hold")
		String hold(CognitoTokens tokens, @RequestParam Path until) throws InterruptedException {
			this.accounts.getUser(tokens.accessToken());
			for (int i = 0; i < 1000 && !Files.exists(until); i++) {
				Thread.sleep(10);
			}
			return "done";
		}

		@GetMapping("/test/sign-out-everywhere")
		String signOutEverywhere(CognitoAuthentication user) {
			this.sessions.signOutEverywhere(user);
			return "done";
		}

		@GetMapping("/test/admin-sign-out")
		String adminSignOut(@RequestParam String username) {
			this.sessions.adminSignOut(username);
			return "done";
		}

	}

}
