package io.cognitex.security.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.cognitex.CognitoAccountManager;
import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.security.TestIssuer;
import io.cognitex.token.CognitoTokenVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sends every token of {@link TokenAttacks} through the filter chain and to the verifier:
 * none is accepted, none makes a call, and none makes anybody fetch a key but the pool's.
 */
class TokenAttackTests {

	private static TestIssuer issuer;

	private static EmbeddedCognito cognito;

	private static HttpServer attackersServer;

	private static final AtomicInteger attackersRequests = new AtomicInteger();

	private static CognitoAccountManager accounts;

	private static CognitoTokenVerifier verifier;

	private static TestApplication application;

	private static MockMvcTester mvc;

	private static Map<String, String> attacks;

	@BeforeAll
	static void start() throws IOException {
		issuer = TestIssuer.start();
		cognito = EmbeddedCognito.start();
		attackersServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		attackersServer.createContext("/", (exchange) -> {
			attackersRequests.incrementAndGet();
			exchange.close();
		});
		attackersServer.start();
		accounts = CognitoAccountManager.builder()
			.userPoolId(cognito.userPoolId())
			.clientId(TestIssuer.CLIENT_ID)
			.endpoint(cognito.endpoint())
			.issuer(issuer.issuer())
			.build();
		verifier = issuer.verifier();
		application = TestApplication.with(accounts)
			.bean(CognitoTokenVerifier.class, verifier)
			.start((http) -> http.with(new CognitoLoginConfigurer()).with(new CognitoAccessTokenConfigurer()));
		mvc = application.mvc();
		attacks = TokenAttacks.against(issuer,
				"http://localhost:" + attackersServer.getAddress().getPort() + "/jwks.json");
	}

	@AfterAll
	static void stop() {
		application.close();
		accounts.close();
		attackersServer.stop(0);
		cognito.close();
		issuer.close();
	}

	@BeforeEach
	void clearCalls() {
		cognito.clearCalls();
	}

	@AfterEach
	void assertThatNothingWasFetched() {
		assertThat(attackersRequests).hasValue(0);
		assertThat(issuer.requests()).isLessThanOrEqualTo(3);
	}

	static Stream<Arguments> attacks() {
		return attacks.entrySet().stream().map((attack) -> Arguments.of(attack.getKey(), attack.getValue()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("attacks")
	void requestWhenTokenIsAnAttackThenRefusedWithoutACall(String name, String token) {
		MvcTestResult result = request(token);

		assertThat(result.getResponse().getStatus()).isIn(400, 401);
		// Spring Security's firewall answers a header with a control character
		if (token.indexOf(0) < 0) {
			assertThat(result.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer ");
		}
		assertThat(result.getRequest().getSession(false)).isNull();
		assertThat(cognito.calls()).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("attacks")
	void verifyWhenTokenIsAnAttackThenRefused(String name, String token) {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> verifier.verifyAccessToken(token))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED));
	}

	@Test
	void attacksAreMany() {
		assertThat(attacks).hasSizeGreaterThan(60);
	}

	@Test
	void requestWhenTokenIsGoodThenOnlyThenCognitoIsAsked() {
		assertThat(verifier.verifyAccessToken(issuer.accessToken()).username()).isEqualTo("alice");

		request(issuer.accessToken());

		assertThat(cognito.calls()).extracting("operation").containsExactly("GetUser");
	}

	private static MvcTestResult request(String token) {
		return mvc.get().uri("/me").header("Authorization", "Bearer " + token).exchange();
	}

}
