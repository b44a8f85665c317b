package io.cognitex.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.cognitex.token.CognitoTokenVerifier;

/**
 * A user pool's keys behind a server on the loopback interface, and tokens signed with
 * them.
 */
public final class TestIssuer implements AutoCloseable {

	public static final String CLIENT_ID = "1example23456789";

	private static final RSAKey KEY = newKey("test-key");

	private static final RSAKey FOREIGN_KEY = newKey("test-key");

	private final HttpServer server;

	private final AtomicInteger requests;

	private TestIssuer(HttpServer server, AtomicInteger requests) {
		this.server = server;
		this.requests = requests;
	}

	public static TestIssuer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			AtomicInteger requests = new AtomicInteger();
			server.createContext("/", (exchange) -> {
				requests.incrementAndGet();
				try (exchange) {
					exchange.getResponseHeaders().set("Content-Type", "application/json");
					exchange.sendResponseHeaders(200, keys.length);
					exchange.getResponseBody().write(keys);
				}
			});
			server.start();
			return new TestIssuer(server, requests);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String issuer() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/us-east-1_example12";
	}

	public CognitoTokenVerifier verifier() {
		return CognitoTokenVerifier.builder().issuer(issuer()).clientIds(CLIENT_ID).build();
	}

	/**
	 * A verifier that can get no keys.
	 */
	public CognitoTokenVerifier verifierWithoutKeys() {
		return CognitoTokenVerifier.builder()
			.issuer(issuer())
			.clientIds(CLIENT_ID)
			.jwkSetUri(URI.create("http://localhost:1/jwks.json"))
			.build();
	}

	/**
	 * How often anything was fetched from here.
	 */
	public int requests() {
		return this.requests.get();
	}

	/**
	 * The pool's own key, private part included.
	 */
	public static RSAKey key() {
		return KEY;
	}

	/**
	 * The claims of a good access token.
	 */
	public Map<String, Object> claims() {
		Map<String, Object> claims = TestTokens.accessTokenClaims();
		long now = Instant.now().getEpochSecond();
		claims.put("iss", issuer());
		claims.put("iat", now - 10);
		claims.put("auth_time", now - 10);
		claims.put("exp", now + 3600);
		return claims;
	}

	public String accessToken() {
		return sign(claims());
	}

	public String sign(Map<String, Object> claims) {
		return sign(claims, KEY);
	}

	/**
	 * A token that is signed with a key that is not the pool's, under the name of one
	 * that is.
	 */
	public String forge(Map<String, Object> claims) {
		return sign(claims, FOREIGN_KEY);
	}

	private static String sign(Map<String, Object> claims, RSAKey key) {
		try {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
			JWSObject token = new JWSObject(header, new Payload(claims));
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey newKey(String keyId) {
		try {
			return new RSAKeyGenerator(2048).keyID(keyId).algorithm(JWSAlgorithm.RS256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
