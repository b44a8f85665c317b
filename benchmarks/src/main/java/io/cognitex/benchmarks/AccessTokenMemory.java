package io.cognitex.benchmarks;

import java.io.IOException;
import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

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
import io.cognitex.CognitoUser;
import io.cognitex.security.CognitoAccessTokenAuthenticationProvider;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.cognitex.token.CognitoTokenVerifier;

import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * How much memory a remembered access token takes: tokens of as many users, with two
 * groups each and without attributes, and the heap before and after. A program of its
 * own, because what counts is the memory of a whole JVM.
 */
public final class AccessTokenMemory {

	private static final int TOKENS = 5_000;

	private static final String CLIENT_ID = "1example234567890abcdefghi";

	private AccessTokenMemory() {
	}

	/**
	 * Measures and prints.
	 * @param args none
	 * @throws IOException if there is no port on loopback
	 * @throws JOSEException if a token cannot be signed
	 */
	public static void main(String[] args) throws IOException, JOSEException {
		RSAKey key = new RSAKeyGenerator(2048).keyID("key").algorithm(JWSAlgorithm.RS256).generate();
		HttpServer server = serve(new JWKSet(key.toPublicJWK()).toString());
		String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/us-east-1_example12";
		try {
			remember(key, issuer, 200);
			long before = usedHeap();
			CognitoAccessTokenIntrospector introspector = remember(key, issuer, TOKENS);
			long bytes = usedHeap() - before;
			long remembered = introspector.statistics().remembered();
			System.out.printf("%,d tokens: %,d bytes each%n", remembered, bytes / remembered);
			Reference.reachabilityFence(introspector);
		}
		finally {
			server.stop(0);
		}
	}

	private static CognitoAccessTokenIntrospector remember(RSAKey key, String issuer, int tokens) throws JOSEException {
		CognitoTokenVerifier verifier = CognitoTokenVerifier.builder().issuer(issuer).clientIds(CLIENT_ID).build();
		AtomicReference<CognitoUser> user = new AtomicReference<>();
		CognitoAccessTokenIntrospector introspector = CognitoAccessTokenIntrospector
			.builder(verifier, FixedUser.of(user::get))
			.build();
		CognitoAccessTokenAuthenticationProvider provider = new CognitoAccessTokenAuthenticationProvider(introspector);
		for (int i = 0; i < tokens; i++) {
			String username = UUID.randomUUID().toString();
			user.set(new CognitoUser(username, Map.of()));
			provider.authenticate(new BearerTokenAuthenticationToken(token(key, issuer, username)));
		}
		return introspector;
	}

	private static String token(RSAKey key, String issuer, String username) throws JOSEException {
		long now = Instant.now().getEpochSecond();
		Map<String, Object> claims = Map.ofEntries(Map.entry("sub", username), Map.entry("iss", issuer),
				Map.entry("cognito:groups", List.of("admin", "editors")), Map.entry("client_id", CLIENT_ID),
				Map.entry("origin_jti", UUID.randomUUID().toString()),
				Map.entry("event_id", UUID.randomUUID().toString()), Map.entry("token_use", "access"),
				Map.entry("scope", "aws.cognito.signin.user.admin"), Map.entry("auth_time", now),
				Map.entry("exp", now + 3600), Map.entry("iat", now), Map.entry("jti", UUID.randomUUID().toString()),
				Map.entry("username", username));
		JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
				new Payload(claims));
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	private static HttpServer serve(String keys) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		byte[] body = keys.getBytes(StandardCharsets.UTF_8);
		server.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
			}
		});
		server.start();
		return server;
	}

	private static long usedHeap() {
		Runtime runtime = Runtime.getRuntime();
		long used = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			System.gc();
			used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
		}
		return used;
	}

}
