package io.cognitex.boot.application;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.cognitex.CognitoAccountManager;
import io.cognitex.SignIn;
import io.cognitex.boot.application.plain.PlainApplication;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.embedded.Fault;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.token.CognitoTokenVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access tokens that are remembered, over HTTP, with the clock of the pool.
 */
@SpringBootTest(classes = PlainApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cognitex.embedded.enabled=true", "cognitex.sign-in-flow=user-password-auth" })
@Import(RememberedAccessTokenTests.WithTheClockOfThePool.class)
@Tag("slow")
class RememberedAccessTokenTests {

	@Autowired
	private EmbeddedCognito cognito;

	@Autowired
	private CognitoAccountManager accounts;

	private int port;

	private String token;

	@BeforeEach
	void signIn(@LocalServerPort int port) {
		this.port = port;
		this.cognito.reset();
		this.cognito.addUser(EmbeddedUser.named("alice").password("Passw0rd!").build());
		this.token = ((SignIn.Completed) this.accounts.authenticate("alice", "Passw0rd!")).tokens().accessToken();
		// whatever an earlier outage left
		this.cognito.advanceClock(Duration.ofSeconds(5));
		this.cognito.clearCalls();
	}

	@Test
	void requestWhenUserWasDisabledLongerAgoThanMaxStalenessThenUnauthorized() {
		assertThat(request().statusCode()).isEqualTo(200);
		disableAlice();
		assertThat(request().statusCode()).isEqualTo(200);

		this.cognito.advanceClock(Duration.ofSeconds(60));

		HttpResponse<String> response = request();
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((challenge) -> assertThat(challenge).contains("error=\"invalid_token\""));
	}

	@Test
	void requestWhenCognitoFailsThenServedWhileFreshAndUnavailableAfterwards() {
		assertThat(request().statusCode()).isEqualTo(200);
		this.cognito.addFault(Fault.internalError().on("GetUser"));
		this.cognito.advanceClock(Duration.ofSeconds(55));
		assertThat(request().statusCode()).isEqualTo(200);
		this.cognito.advanceClock(Duration.ofSeconds(5));

		HttpResponse<String> response = request();

		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
		assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
		this.cognito.clearFaults();
		this.cognito.advanceClock(Duration.ofSeconds(5));
		assertThat(request().statusCode()).isEqualTo(200);
	}

	@Test
	void requestWhenManyComeAtOnceThenOneCall(@Autowired MeterRegistry meters) throws Exception {
		int requests = 64;
		this.cognito.addFault(Fault.latency(Duration.ofMillis(300)).on("GetUser"));
		ExecutorService executor = Executors.newFixedThreadPool(requests);
		CyclicBarrier together = new CyclicBarrier(requests);
		Callable<Integer> request = () -> {
			together.await();
			return request().statusCode();
		};
		try {
			List<Future<Integer>> answers = IntStream.range(0, requests)
				.mapToObj((i) -> executor.submit(request))
				.toList();

			for (Future<Integer> answer : answers) {
				assertThat(answer.get()).isEqualTo(200);
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.cognito.calls()).extracting("operation").containsExactly("GetUser");
		assertThat(meters.get("cognitex.access.token.remembered").gauge().value()).isPositive();
	}

	private HttpResponse<String> request() {
		return new TestBrowser(this.port).get("/who", "Authorization", "Bearer " + this.token);
	}

	private void disableAlice() {
		try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
			.endpointOverride(this.cognito.endpoint())
			.region(Region.of(this.cognito.region()))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
			.build()) {
			client.adminDisableUser((request) -> request.userPoolId(this.cognito.userPoolId()).username("alice"));
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class WithTheClockOfThePool {

		@Bean
		CognitoAccessTokenIntrospector introspector(CognitoTokenVerifier verifier, CognitoAccountManager accounts,
				EmbeddedCognito cognito) {
			return CognitoAccessTokenIntrospector.builder(verifier, accounts).clock(new PoolClock(cognito)).build();
		}

	}

}
