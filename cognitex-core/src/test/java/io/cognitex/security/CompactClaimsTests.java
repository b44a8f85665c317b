package io.cognitex.security;

import java.util.List;
import java.util.Map;

import io.cognitex.token.VerifiedAccessToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CompactClaims}.
 */
class CompactClaimsTests {

	private static final TestIssuer ISSUER = TestIssuer.start();

	@AfterAll
	static void stop() {
		ISSUER.close();
	}

	@Test
	void ofWhenTokenIsAnyThenSaysTheSame() {
		Map<String, Object> claims = ISSUER.claims();
		claims.put("custom", Map.of("nested", List.of(1L, true, "text")));

		assertSame(claims);
	}

	@Test
	void ofWhenUsernameIsTheSubjectThenSaysTheSame() {
		Map<String, Object> claims = ISSUER.claims();
		claims.put("username", claims.get("sub"));

		assertSame(claims);
	}

	@Test
	void ofWhenThereIsNoUserThenSaysTheSame() {
		Map<String, Object> claims = ISSUER.claims();
		claims.remove("username");
		claims.remove("cognito:groups");

		assertSame(claims);
	}

	@Test
	void ofWhenTwoTokensAreOfOnePoolThenTheyShareWhatIsTheSame() {
		VerifiedAccessToken first = CompactClaims.of(verified(ISSUER.claims()));
		VerifiedAccessToken second = CompactClaims.of(verified(ISSUER.claims()));

		for (String claim : List.of("iss", "client_id", "token_use", "scope")) {
			assertThat(first.claims().get(claim)).isSameAs(second.claims().get(claim));
		}
		assertThat(first.groups().get(0)).isSameAs(second.groups().get(0));
		assertThat(first.claims().get("cognito:groups")).isSameAs(first.groups());
	}

	private static void assertSame(Map<String, Object> claims) {
		VerifiedAccessToken verified = verified(claims);

		assertThat(CompactClaims.of(verified)).isEqualTo(verified);
	}

	private static VerifiedAccessToken verified(Map<String, Object> claims) {
		return ISSUER.verifier().verifyAccessToken(ISSUER.sign(claims));
	}

}
