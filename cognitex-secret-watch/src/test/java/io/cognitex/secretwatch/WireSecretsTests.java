package io.cognitex.secretwatch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link WireSecrets}, which the AWS SDK has to find by itself. */
class WireSecretsTests {

	private static final String ANSWER = """
			{"Session":"session-from-the-wire","ChallengeParameters":{"SECRET_BLOCK":"block-from-the-wire",
			"USERNAME":"name-from-the-wire"},"AuthenticationResult":{"AccessToken":"token-from-the-wire"}}""";

	private final HttpServer server;

	WireSecretsTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeEach
	void start() {
		this.server.createContext("/", (exchange) -> {
			byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
			exchange.sendResponseHeaders(200, answer.length);
			try (OutputStream body = exchange.getResponseBody()) {
				body.write(answer);
			}
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void callWhenMadeThenSecretsOfRequestAndResponseAreKnown() {
		try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
			.region(Region.EU_CENTRAL_1)
			.endpointOverride(URI.create("http://localhost:" + this.server.getAddress().getPort()))
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.build()) {
			client.initiateAuth((request) -> request.authFlow("USER_PASSWORD_AUTH")
				.authParameters(Map.of("PASSWORD", "password-for-the-wire", "USERNAME", "user-for-the-wire")));
			client.confirmSignUp((request) -> request.confirmationCode("code-for-the-wire"));
		}

		assertThat(Secrets.findIn("session-from-the-wire block-from-the-wire token-from-the-wire "
				+ "password-for-the-wire code-for-the-wire name-from-the-wire user-for-the-wire"))
			.extracting(Secret::kind)
			.containsExactlyInAnyOrder("Session", "SECRET_BLOCK", "AccessToken", "PASSWORD", "ConfirmationCode");
	}

}
