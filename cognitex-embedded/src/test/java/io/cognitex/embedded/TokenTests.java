package io.cognitex.embedded;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tokens, verified by Nimbus JOSE with the keys that the pool publishes.
 */
class TokenTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock)
		.accessTokenValidity(Duration.ofMinutes(5))
		.idTokenValidity(Duration.ofMinutes(10))
		.customAttributes("tier"));

	TokenTests() {
		this.pool.cognito
			.addUser(TestUsers.alice().attribute("custom:tier", "7").group("admin").group("staff").build());
	}

	@Test
	void accessTokenWhenIssuedThenHasCognitosClaims() throws Exception {
		AuthenticationResultType result = this.pool.signIn("alice");

		JWTClaimsSet claims = verified(this.pool, result.accessToken());

		assertThat(claims.getClaims().keySet()).containsExactlyInAnyOrder("sub", "cognito:groups", "iss", "client_id",
				"origin_jti", "event_id", "token_use", "scope", "auth_time", "exp", "iat", "jti", "username");
		assertThat(claims.getIssuer()).isEqualTo(this.pool.cognito.issuer());
		assertThat(claims.getStringClaim("client_id")).isEqualTo(this.pool.clientId());
		assertThat(claims.getStringClaim("token_use")).isEqualTo("access");
		assertThat(claims.getStringClaim("scope")).isEqualTo("aws.cognito.signin.user.admin");
		assertThat(claims.getStringClaim("username")).isEqualTo("alice");
		assertThat(claims.getStringListClaim("cognito:groups")).containsExactly("admin", "staff");
		assertThat(claims.getIssueTime()).isEqualTo(this.clock.instant());
		assertThat(claims.getLongClaim("auth_time")).isEqualTo(this.clock.instant().getEpochSecond());
		assertThat(claims.getExpirationTime()).isEqualTo(this.clock.instant().plusSeconds(300));
		assertThat(result.expiresIn()).isEqualTo(300);
	}

	@Test
	void idTokenWhenIssuedThenHasCognitosClaims() throws Exception {
		AuthenticationResultType result = this.pool.signIn("alice");

		JWTClaimsSet claims = verified(this.pool, result.idToken());
		JWTClaimsSet access = verified(this.pool, result.accessToken());

		assertThat(claims.getClaims().keySet()).containsExactlyInAnyOrder("sub", "cognito:groups", "iss",
				"cognito:username", "origin_jti", "aud", "event_id", "token_use", "auth_time", "exp", "iat", "jti",
				"email", "email_verified", "custom:tier");
		assertThat(claims.getAudience()).containsExactly(this.pool.clientId());
		assertThat(claims.getStringClaim("token_use")).isEqualTo("id");
		assertThat(claims.getBooleanClaim("email_verified")).isTrue();
		assertThat(claims.getStringClaim("custom:tier")).isEqualTo("7");
		assertThat(claims.getExpirationTime()).isEqualTo(this.clock.instant().plusSeconds(600));
		assertThat(claims.getSubject()).isEqualTo(access.getSubject());
		assertThat(claims.getClaim("origin_jti")).isEqualTo(access.getClaim("origin_jti"));
		assertThat(claims.getJWTID()).isNotEqualTo(access.getJWTID());
	}

	@Test
	void tokensWhenIssuedThenSignedWithDifferentKeys() throws Exception {
		AuthenticationResultType result = this.pool.signIn("alice");

		SignedJWT access = SignedJWT.parse(result.accessToken());
		SignedJWT id = SignedJWT.parse(result.idToken());

		assertThat(access.getHeader().toJSONObject()).containsOnlyKeys("kid", "alg");
		assertThat(access.getHeader().getKeyID()).endsWith("=").hasSize(44).isNotEqualTo(id.getHeader().getKeyID());
	}

	@Test
	void claimsWhenThereIsNothingToSayThenAbsent() throws Exception {
		try (TestPool pool = TestPool.start((builder) -> builder.enableTokenRevocation(false).readAttributes("name"))) {
			pool.addAlice();
			AuthenticationResultType result = pool.signIn("alice");

			JWTClaimsSet claims = verified(pool, result.idToken());

			assertThat(claims.getClaims()).doesNotContainKeys("origin_jti", "cognito:groups", "email",
					"email_verified");
		}
	}

	@Test
	void claimsWhenUsernameIsAnEmailAddressThenUsernameIsSub() throws Exception {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("email"))) {
			pool.cognito.addUser(EmbeddedUser.named("bob@example.com").password(TestPool.PASSWORD).build());
			AuthenticationResultType result = pool.signIn("bob@example.com");

			JWTClaimsSet access = verified(pool, result.accessToken());
			JWTClaimsSet id = verified(pool, result.idToken());

			assertThat(access.getStringClaim("username")).isEqualTo(access.getSubject());
			assertThat(id.getStringClaim("cognito:username")).isEqualTo(access.getSubject());
			assertThat(id.getStringClaim("email")).isEqualTo("bob@example.com");
		}
	}

	@Test
	void keysWhenPoolsExistAtOnceThenDiffer() throws Exception {
		try (TestPool other = TestPool.start()) {
			List<RSAKey> keys = keys(this.pool);
			List<RSAKey> others = keys(other);

			assertThat(keys).hasSize(2).extracting(RSAKey::getModulus).doesNotHaveDuplicates();
			assertThat(others).extracting(RSAKey::getModulus)
				.doesNotContainAnyElementsOf(keys.stream().map(RSAKey::getModulus).toList());
		}
	}

	@Test
	void keysWhenPublishedThenHaveTheServicesMembers() throws Exception {
		for (RSAKey key : keys(this.pool)) {
			Map<String, Object> json = key.toJSONObject();

			assertThat(json).containsOnlyKeys("alg", "e", "kid", "kty", "n", "use")
				.containsEntry("alg", "RS256")
				.containsEntry("e", "AQAB")
				.containsEntry("use", "sig");
			assertThat(key.size()).isEqualTo(2048);
		}
	}

	private static JWTClaimsSet verified(TestPool pool, String token)
			throws JOSEException, ParseException, IOException {
		SignedJWT jwt = SignedJWT.parse(token);
		RSAKey key = keys(pool).stream()
			.filter((candidate) -> candidate.getKeyID().equals(jwt.getHeader().getKeyID()))
			.findFirst()
			.orElseThrow();
		assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
		assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
		return jwt.getJWTClaimsSet();
	}

	private static List<RSAKey> keys(TestPool pool) throws IOException, ParseException {
		return JWKSet.load(URI.create(pool.cognito.issuer() + "/.well-known/jwks.json").toURL())
			.getKeys()
			.stream()
			.map(RSAKey.class::cast)
			.toList();
	}

}
