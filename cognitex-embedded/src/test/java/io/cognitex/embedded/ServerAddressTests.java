package io.cognitex.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Where a server listens, and what it says about it.
 */
class ServerAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "cognito", "cognito:9229", "ftp://cognito", "http:", "http:///pools", "http://a@cognito",
			"http://cognito?a=b", "http://cognito#a", "http://cog nito" })
	void publicUrlWhenIssuersCannotBeUnderItThenRefused(String publicUrl) {
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedCognito.builder().publicUrl(publicUrl));
	}

	@Test
	void startWhenHostIsAnotherMachineThenRefused() {
		EmbeddedCognitoBuilder builder = EmbeddedCognito.builder().host("192.0.2.1");

		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(builder::start)
			.withMessageStartingWith("Cannot listen on port 0 of 192.0.2.1");
	}

	@Test
	void startWhenHostIsGivenThenEndpointAndIssuerAreThere() {
		assumeTrue(isHere("127.0.0.2"), "This machine has no second loopback address");
		try (TestPool pool = TestPool.start((builder) -> builder.host("127.0.0.2"))) {
			pool.addAlice();

			assertThat(pool.cognito.endpoint().getHost()).isEqualTo("127.0.0.2");
			assertThat(pool.cognito.issuer()).startsWith("http://127.0.0.2:");
			assertThat(pool.accessToken("alice")).isNotEmpty();
		}
	}

	@Test
	void startWhenPublicUrlIsGivenThenIssuerIsUnderItAndEndpointIsNot() throws Exception {
		try (TestPool pool = TestPool.start((builder) -> builder.publicUrl("https://cognito.example/pools/"))) {
			pool.addAlice();
			String issuer = "https://cognito.example/pools/" + pool.cognito.userPoolId();

			JsonNode discovery = JsonMapper.shared()
				.readTree(get(pool.cognito.endpoint() + "/" + pool.cognito.userPoolId()
						+ "/.well-known/openid-configuration"));

			assertThat(pool.cognito.endpoint().getHost()).isEqualTo("127.0.0.1");
			assertThat(pool.cognito.issuer()).isEqualTo(issuer);
			assertThat(pool.cognito.addUserPool(EmbeddedCognito.builder()).issuer())
				.startsWith("https://cognito.example/pools/us-east-1_");
			assertThat(SignedJWT.parse(pool.accessToken("alice")).getJWTClaimsSet().getIssuer()).isEqualTo(issuer);
			assertThat(discovery.get("issuer").stringValue()).isEqualTo(issuer);
			assertThat(discovery.get("jwks_uri").stringValue()).isEqualTo(issuer + "/.well-known/jwks.json");
		}
	}

	private static boolean isHere(String address) {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String get(String url) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
			.body();
	}

}
