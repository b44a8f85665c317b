package io.cognitex.token;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.CognitoUserPool;
import io.cognitex.TestClock;
import io.cognitex.jwt.TestJwts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CognitoTokenVerifierTests {

	private final TestClock clock = new TestClock(TestJwts.NOW);

	private TestJwkSetServer pool;

	private CognitoTokenVerifier verifier;

	@BeforeEach
	void start() throws IOException {
		this.pool = new TestJwkSetServer(TestJwts.jwkSet());
		this.verifier = verifier().build();
	}

	@AfterEach
	void stop() {
		this.pool.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badTokens")
	void verifyAccessTokenWhenTokenIsBadThenRefused(String name, Supplier<String> token) {
		this.verifier.verifyAccessToken(TestJwts.accessToken().build());
		String text = token.get();

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.verifier.verifyAccessToken(text))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED))
			.satisfies((ex) -> assertThat(text.isBlank() || !ex.getMessage().contains(text)).isTrue())
			.withNoCause();
	}

	static Stream<Arguments> badTokens() {
		Map<String, Supplier<String>> tokens = new LinkedHashMap<>();
		KeyPair attacker = TestJwts.newKeys(2048);
		String good = TestJwts.accessToken().build();
		String signature = good.substring(good.lastIndexOf('.') + 1);
		String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
		tokens.put("empty", () -> "");
		tokens.put("no token", () -> "opaque");
		tokens.put("too long", () -> TestJwts.accessToken().claim("x", "x".repeat(20_000)).build());
		tokens.put("truncated", () -> good.substring(0, good.length() - 10));
		tokens.put("five parts", () -> good + ".a.b");
		tokens.put("padded", () -> good + "=");
		tokens.put("with line break", () -> good + "\n");
		tokens.put("no signature", () -> unsigned);
		tokens.put("signature of zeros", () -> unsigned + TestJwts.encode(new byte[256]));
		tokens.put("longer signature", () -> unsigned + signature + "AAAA");
		tokens.put("other key", () -> TestJwts.accessToken().signedWith(attacker.getPrivate()).build());
		tokens.put("other claims under the signature",
				() -> TestJwts.accessToken().claim("username", "bob").signingInput() + "." + signature);
		tokens.put("alg none", () -> TestJwts.accessToken().header("alg", "none").signingInput() + ".");
		tokens.put("alg None, signed", () -> TestJwts.accessToken().header("alg", "None").build());
		tokens.put("alg missing", () -> TestJwts.accessToken().header("alg", null).build());
		tokens.put("alg rs256", () -> TestJwts.accessToken().header("alg", "rs256").build());
		tokens.put("alg RS512", () -> TestJwts.accessToken().header("alg", "RS512").build());
		tokens.put("alg is a list", () -> TestJwts.accessToken().header("alg", List.of("RS256")).build());
		tokens.put("HS256 with the public key", CognitoTokenVerifierTests::signedWithPublicKey);
		tokens.put("kid missing", () -> TestJwts.accessToken().header("kid", null).build());
		tokens.put("kid is a number", () -> TestJwts.accessToken().header("kid", 1).build());
		tokens.put("kid unknown", () -> TestJwts.accessToken().header("kid", "../../../dev/null").build());
		tokens.put("own key in jwk",
				() -> TestJwts.accessToken()
					.header("jwk", Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB"))
					.signedWith(attacker.getPrivate())
					.build());
		tokens.put("own key at jku",
				() -> TestJwts.accessToken()
					.header("jku", "http://localhost/jwks.json")
					.signedWith(attacker.getPrivate())
					.build());
		tokens.put("critical extension", () -> TestJwts.accessToken().header("crit", List.of("exp")).build());
		tokens.put("other issuer", () -> TestJwts.accessToken().claim("iss", TestJwts.ISSUER + "X").build());
		tokens.put("issuer with slash", () -> TestJwts.accessToken().claim("iss", TestJwts.ISSUER + "/").build());
		tokens.put("issuer missing", () -> TestJwts.accessToken().claim("iss", null).build());
		tokens.put("issuer is a list", () -> TestJwts.accessToken().claim("iss", List.of(TestJwts.ISSUER)).build());
		tokens.put("ID token", () -> TestJwts.accessToken().claim("token_use", "id").build());
		tokens.put("token use missing", () -> TestJwts.accessToken().claim("token_use", null).build());
		tokens.put("other client", () -> TestJwts.accessToken().claim("client_id", "other").build());
		tokens.put("client missing", () -> TestJwts.accessToken().claim("client_id", null).build());
		tokens.put("client in aud only",
				() -> TestJwts.accessToken().claim("client_id", null).claim("aud", TestJwts.CLIENT_ID).build());
		tokens.put("expired", () -> TestJwts.accessToken().claim("exp", TestJwts.NOW.getEpochSecond()).build());
		tokens.put("exp missing", () -> TestJwts.accessToken().claim("exp", null).build());
		tokens.put("exp is a text", () -> TestJwts.accessToken().claim("exp", "9999999999").build());
		tokens.put("exp beyond time", () -> TestJwts.accessToken().claim("exp", Long.MAX_VALUE).build());
		tokens.put("exp negative", () -> TestJwts.accessToken().claim("exp", -1).build());
		tokens.put("not yet valid",
				() -> TestJwts.accessToken().claim("nbf", TestJwts.NOW.getEpochSecond() + 1).build());
		tokens.put("nbf is a text", () -> TestJwts.accessToken().claim("nbf", "0").build());
		tokens.put("iat missing", () -> TestJwts.accessToken().claim("iat", null).build());
		tokens.put("sub missing", () -> TestJwts.accessToken().claim("sub", null).build());
		tokens.put("sub empty", () -> TestJwts.accessToken().claim("sub", "").build());
		tokens.put("jti missing", () -> TestJwts.accessToken().claim("jti", null).build());
		return tokens.entrySet().stream().map((entry) -> Arguments.of(entry.getKey(), entry.getValue()));
	}

	private static String signedWithPublicKey() {
		try {
			String signingInput = TestJwts.accessToken().header("alg", "HS256").signingInput();
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(TestJwts.keys().getPublic().getEncoded(), "HmacSHA256"));
			return signingInput + "." + TestJwts.encode(mac.doFinal(signingInput.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void verifyAccessTokenWhenTokenIsBadThenNoKeysAreFetched() {
		Stream
			.of("", "opaque", TestJwts.accessToken().header("alg", "none").build(),
					TestJwts.accessToken().claim("iss", "https://example.org").build(),
					TestJwts.accessToken().claim("client_id", "other").build(),
					TestJwts.accessToken().claim("exp", 0).build(), TestJwts.accessToken().header("kid", null).build())
			.forEach(this::assertRefused);

		assertThat(this.pool.requests()).isZero();
	}

	@Test
	void verifyAccessTokenWhenEverySignatureBitIsFlippedThenRefused() {
		String good = TestJwts.accessToken().build();
		String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
		byte[] signature = TestJwts.sign(TestJwts.keys().getPrivate(), good.substring(0, good.lastIndexOf('.')));

		for (int i = 0; i < signature.length; i += 17) {
			byte[] forged = Arrays.copyOf(signature, signature.length);
			forged[i] ^= 1;
			assertRefused(unsigned + TestJwts.encode(forged));
		}
	}

	@Test
	void verifyAccessTokenThenWhatItSays() {
		String token = TestJwts.accessToken().claim("scope", "aws.cognito.signin.user.admin orders/read").build();

		VerifiedAccessToken verified = this.verifier.verifyAccessToken(token);

		assertThat(verified.username()).isEqualTo("alice");
		assertThat(verified.sub()).isEqualTo("3f1e6f2a-0b1c-4d2e-9f3a-1234567890ab");
		assertThat(verified.clientId()).isEqualTo(TestJwts.CLIENT_ID);
		assertThat(verified.scopes()).isEqualTo(Set.of("aws.cognito.signin.user.admin", "orders/read"));
		assertThat(verified.groups()).containsExactly("admin", "staff");
		assertThat(verified.issuedAt()).isEqualTo(TestJwts.NOW);
		assertThat(verified.expiresAt()).isEqualTo(TestJwts.NOW.plusSeconds(3600));
		assertThat(verified.jti()).isEqualTo("0a1b2c3d-0000-4000-8000-000000000000");
		assertThat(verified.claims()).containsEntry("auth_time", TestJwts.NOW.getEpochSecond());
		assertThat(verified.toString()).doesNotContain(verified.jti());
	}

	@Test
	void verifyAccessTokenWhenIssuedToAnApplicationThenNoUser() {
		String token = TestJwts.accessToken()
			.claim("username", null)
			.claim("cognito:groups", null)
			.claim("sub", TestJwts.CLIENT_ID)
			.claim("scope", "orders/read")
			.build();

		VerifiedAccessToken verified = this.verifier.verifyAccessToken(token);

		assertThat(verified.username()).isNull();
		assertThat(verified.groups()).isEmpty();
	}

	@Test
	void verifyAccessTokenWhenExpiredThenAcceptedForAsLongAsTheClockSkew() {
		CognitoTokenVerifier lenient = verifier().clockSkew(Duration.ofSeconds(60)).build();
		String token = TestJwts.accessToken().build();

		this.clock.advance(Duration.ofSeconds(3659));

		assertThat(lenient.verifyAccessToken(token).username()).isEqualTo("alice");
		this.clock.advance(Duration.ofSeconds(1));
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> lenient.verifyAccessToken(token))
			.withMessage("The token has expired");
	}

	@Test
	void verifyAccessTokenWhenSeveralClientsAreAllowedThenTheirTokensAreAccepted() {
		CognitoTokenVerifier both = verifier().clientIds("mobile", TestJwts.CLIENT_ID).build();

		VerifiedAccessToken verified = both
			.verifyAccessToken(TestJwts.accessToken().claim("client_id", "mobile").build());

		assertThat(verified.clientId()).isEqualTo("mobile");
		assertThat(both.verifyAccessToken(TestJwts.accessToken().build()).clientId()).isEqualTo(TestJwts.CLIENT_ID);
	}

	@Test
	void buildWhenIncompleteThenSaysWhatIsMissing() {
		assertThatIllegalStateException()
			.isThrownBy(() -> CognitoTokenVerifier.builder().clientIds(TestJwts.CLIENT_ID).build())
			.withMessage("'userPool' or 'issuer' must be set");
		assertThatIllegalStateException()
			.isThrownBy(
					() -> CognitoTokenVerifier.builder().userPool(CognitoUserPool.of("eu-central-1_AbCdEfGhI")).build())
			.withMessage("'clientIds' must be set");
	}

	@Test
	void builderWhenSettingIsOutOfRangeThenRefused() {
		CognitoTokenVerifierBuilder builder = CognitoTokenVerifier.builder();

		assertThatIllegalArgumentException().isThrownBy(() -> builder.clockSkew(Duration.ofSeconds(61)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.clockSkew(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.clientIds(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.readTimeout(Duration.ofNanos(1)));
	}

	@Test
	void buildWhenKeySetIsNoHttpAddressThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> verifier().jwkSetUri(URI.create("file:///etc/jwks.json")).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CognitoTokenVerifier.builder().issuer("pool").clientIds(TestJwts.CLIENT_ID).build());
	}

	private CognitoTokenVerifierBuilder verifier() {
		return CognitoTokenVerifier.builder()
			.userPool(CognitoUserPool.of("eu-central-1_AbCdEfGhI"))
			.clientIds(TestJwts.CLIENT_ID)
			.jwkSetUri(this.pool.uri())
			.clock(this.clock);
	}

	private void assertRefused(String token) {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> this.verifier.verifyAccessToken(token))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED));
	}

}
