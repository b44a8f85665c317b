package io.cognitex.embedded;

import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * REFRESH_TOKEN_AUTH, GetTokensFromRefreshToken and RevokeToken.
 */
class RefreshTests {

	private static final Duration GRACE = Duration.ofSeconds(30);

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool
		.start((builder) -> builder.clock(this.clock).refreshTokenValidity(Duration.ofHours(2)));

	@AutoClose
	private final TestPool rotating = TestPool.start((builder) -> builder.clock(this.clock)
		.refreshTokenValidity(Duration.ofHours(2))
		.refreshTokenRotation(GRACE));

	RefreshTests() {
		this.pool.addAlice();
		this.rotating.addAlice();
	}

	@Test
	void refreshWhenTokenIsGarbageOrAnotherPoolsThenRefused() {
		for (String token : new String[] { "garbage", this.rotating.signIn("alice").refreshToken(),
				this.pool.signIn("alice").accessToken() }) {
			assertNotAuthorized(() -> getTokens(this.pool, token), "Invalid Refresh Token");
			assertNotAuthorized(() -> refreshTokenAuth(this.pool, token), "Invalid Refresh Token");
		}
	}

	@Test
	void refreshWhenTokenIsAnotherClientsThenRefused() {
		String token = this.pool.signIn("alice").refreshToken();
		String otherClient = this.pool.cognito.addClient();

		assertNotAuthorized(
				() -> this.pool.client
					.getTokensFromRefreshToken((request) -> request.clientId(otherClient).refreshToken(token)),
				"Invalid Refresh Token");
	}

	@Test
	void refreshWhenTokenHasExpiredThenRefused() {
		String token = this.pool.signIn("alice").refreshToken();
		this.clock.advance(Duration.ofHours(2));

		assertNotAuthorized(() -> getTokens(this.pool, token), "Refresh Token has expired");
		assertNotAuthorized(() -> refreshTokenAuth(this.pool, token), "Refresh Token has expired");
	}

	@Test
	void refreshWhenTokenWasRevokedThenRefused() {
		String token = this.pool.signIn("alice").refreshToken();
		revoke(this.pool, token);

		assertNotAuthorized(() -> getTokens(this.pool, token), "Refresh Token has been revoked");
		assertNotAuthorized(() -> refreshTokenAuth(this.pool, token), "Refresh Token has been revoked");
	}

	@Test
	void refreshWhenUserSignedOutEverywhereThenRefused() {
		AuthenticationResultType tokens = this.pool.signIn("alice");
		this.pool.client.globalSignOut((request) -> request.accessToken(tokens.accessToken()));

		assertNotAuthorized(() -> getTokens(this.pool, tokens.refreshToken()), "Refresh Token has been revoked");
	}

	@Test
	void refreshWhenTokenIsValidThenNewTokensOfTheSameSignIn() throws Exception {
		AuthenticationResultType tokens = this.pool.signIn("alice");
		this.clock.advance(Duration.ofMinutes(10));

		for (AuthenticationResultType refreshed : new AuthenticationResultType[] {
				getTokens(this.pool, tokens.refreshToken()), refreshTokenAuth(this.pool, tokens.refreshToken()) }) {
			JWTClaimsSet before = claims(tokens.accessToken());
			JWTClaimsSet after = claims(refreshed.accessToken());
			assertThat(refreshed.refreshToken()).isNull();
			assertThat(refreshed.expiresIn()).isEqualTo(3600);
			assertThat(claims(refreshed.idToken()).getStringClaim("email")).isEqualTo("alice@example.com");
			assertThat(after.getClaim("auth_time")).isEqualTo(before.getClaim("auth_time"));
			assertThat(after.getClaim("origin_jti")).isEqualTo(before.getClaim("origin_jti"));
			assertThat(after.getJWTID()).isNotEqualTo(before.getJWTID());
			assertThat(after.getIssueTime()).isEqualTo(this.clock.instant());
			assertThat(this.pool.attributesOf(refreshed.accessToken())).isNotEmpty();
		}
	}

	@Test
	void rotationWhenOldFlowIsUsedThenNotEnabled() {
		String token = this.rotating.signIn("alice").refreshToken();

		assertInvalidParameter(() -> refreshTokenAuth(this.rotating, token), "Auth flow not enabled for this client");
	}

	@Test
	void rotationWhenTokenIsReusedThenOnlyWithinGracePeriod() {
		String first = this.rotating.signIn("alice").refreshToken();
		String second = getTokens(this.rotating, first).refreshToken();
		this.clock.advance(GRACE.minusMillis(1));
		String third = getTokens(this.rotating, first).refreshToken();
		this.clock.advance(Duration.ofMillis(1));

		assertRefused(() -> getTokens(this.rotating, first), "RefreshTokenReuseException",
				"Refresh token has already been used");

		assertThat(second).isNotEqualTo(first).isNotEqualTo(third);
		assertThat(getTokens(this.rotating, second).refreshToken()).isNotEmpty();
		assertThat(getTokens(this.rotating, third).refreshToken()).isNotEmpty();
	}

	@Test
	void rotationWhenTokenIsNewThenItExpiresWithTheOld() {
		String first = this.rotating.signIn("alice").refreshToken();
		this.clock.advance(Duration.ofMinutes(119));
		String second = getTokens(this.rotating, first).refreshToken();
		this.clock.advance(Duration.ofMinutes(1));

		assertNotAuthorized(() -> getTokens(this.rotating, second), "Refresh Token has expired");
	}

	@Test
	void rotationWhenNewTokenIsRevokedThenAllOfTheSignInAre() {
		AuthenticationResultType tokens = this.rotating.signIn("alice");
		AuthenticationResultType refreshed = getTokens(this.rotating, tokens.refreshToken());
		revoke(this.rotating, refreshed.refreshToken());

		assertNotAuthorized(() -> getTokens(this.rotating, tokens.refreshToken()), "Refresh Token has been revoked");
		assertNotAuthorized(() -> this.rotating.attributesOf(tokens.accessToken()), "Access Token has been revoked");
		assertNotAuthorized(() -> this.rotating.attributesOf(refreshed.accessToken()), "Access Token has been revoked");
	}

	@Test
	void revokeWhenTokenIsNotOneOfTheClientsRefreshTokensThenRefused() {
		AuthenticationResultType tokens = this.pool.signIn("alice");
		String otherClient = this.pool.cognito.addClient();

		assertRefused(() -> revoke(this.pool, tokens.accessToken()), "UnsupportedTokenTypeException",
				"Unsupported token type");
		assertInvalidParameter(() -> revoke(this.pool, "garbage"), "Invalid Refresh Token");
		assertRefused(
				() -> this.pool.client
					.revokeToken((request) -> request.clientId("unknown").token(tokens.refreshToken())),
				"UnauthorizedException", "The client is not authorized to revoke this token");
		assertRefused(
				() -> this.pool.client
					.revokeToken((request) -> request.clientId(otherClient).token(tokens.refreshToken())),
				"UnauthorizedException", "The client is not authorized to revoke this token");
		try (TestPool off = TestPool.start((builder) -> builder.enableTokenRevocation(false))) {
			off.addAlice();
			assertRefused(() -> revoke(off, off.signIn("alice").refreshToken()), "UnsupportedOperationException",
					"Token revocation is not enabled for this client");
		}
		assertThat(this.pool.attributesOf(tokens.accessToken())).isNotEmpty();
	}

	@Test
	void revokeWhenDoneTwiceThenOtherSignInsLiveOn() {
		AuthenticationResultType tokens = this.pool.signIn("alice");
		AuthenticationResultType others = this.pool.signIn("alice");
		revoke(this.pool, tokens.refreshToken());
		revoke(this.pool, tokens.refreshToken());

		assertNotAuthorized(() -> this.pool.attributesOf(tokens.accessToken()), "Access Token has been revoked");
		assertThat(this.pool.attributesOf(others.accessToken())).isNotEmpty();
		assertThat(getTokens(this.pool, others.refreshToken()).accessToken()).isNotEmpty();
	}

	private static AuthenticationResultType getTokens(TestPool pool, String refreshToken) {
		return pool.client
			.getTokensFromRefreshToken((request) -> request.clientId(pool.clientId()).refreshToken(refreshToken))
			.authenticationResult();
	}

	private static AuthenticationResultType refreshTokenAuth(TestPool pool, String refreshToken) {
		return pool.initiate(AuthFlowType.REFRESH_TOKEN_AUTH, Map.of("REFRESH_TOKEN", refreshToken))
			.authenticationResult();
	}

	private static void revoke(TestPool pool, String refreshToken) {
		pool.client.revokeToken((request) -> request.clientId(pool.clientId()).token(refreshToken));
	}

	private static JWTClaimsSet claims(String token) throws ParseException {
		return SignedJWT.parse(token).getJWTClaimsSet();
	}

}
