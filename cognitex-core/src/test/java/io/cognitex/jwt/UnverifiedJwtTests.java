package io.cognitex.jwt;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnverifiedJwtTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", "..", "...", "a.b", "e30.e30", "e30.e30.e30.e30", "e30.W10.", "W10.e30.",
			"e30.bnVsbA.", "bnVsbA.e30.", "e30.e30.?", "e3 0.e30.", "e30.e30.é", "Bearer e30.e30.",
			"eyJhIjoxLCJhIjoyfQ.e30.", "e31.e30.", "e30.e3_.", "e30.e30.AB", "e30.e30.AAB", "e30.e30.A", "e30.e30.AA==",
			"e30=.e30.", "e30.e30.A+A/", "e30.e30.AA\n", "e30.e30.\u0141A" })
	void parseWhenNotATokenThenRefused(String text) {
		assertThatExceptionOfType(MalformedJwtException.class).isThrownBy(() -> UnverifiedJwt.parse(text));
	}

	@Test
	void parseWhenTooLongThenRefused() {
		String token = TestJwts.accessToken().claim("long", "x".repeat(UnverifiedJwt.MAX_LENGTH)).build();

		assertThatExceptionOfType(MalformedJwtException.class).isThrownBy(() -> UnverifiedJwt.parse(token))
			.withMessage("The token is too long");
	}

	@Test
	void parseWhenNestedDeeplyThenRefused() {
		String token = "e30." + TestJwts.encode("[".repeat(12_000)) + ".";

		assertThatExceptionOfType(MalformedJwtException.class).isThrownBy(() -> UnverifiedJwt.parse(token));
	}

	@Test
	void parseWhenMalformedThenMessageRepeatsNothing() {
		String token = "e30." + TestJwts.encode("{\"secret-claim") + ".";

		assertThatExceptionOfType(MalformedJwtException.class).isThrownBy(() -> UnverifiedJwt.parse(token))
			.withMessage("The token's header or claims are not a JSON object")
			.withNoCause();
	}

	@Test
	void claimsWhenOfAnotherTypeThenAbsent() throws Exception {
		UnverifiedJwt token = UnverifiedJwt.parse(TestJwts.accessToken()
			.claim("exp", "1700000000")
			.claim("iat", 1.5)
			.claim("iss", 1)
			.claim("cognito:groups", List.of("admin", 1))
			.build());

		assertThat(token.number("exp")).isNull();
		assertThat(token.number("iat")).isNull();
		assertThat(token.text("iss")).isNull();
		assertThat(token.texts("cognito:groups")).isEmpty();
		assertThat(token.texts("username")).isEmpty();
	}

	@Test
	void parseThenHeaderAndClaims() throws Exception {
		String text = TestJwts.accessToken().build();

		UnverifiedJwt token = UnverifiedJwt.parse(text);

		assertThat(token.header()).containsEntry("alg", "RS256").containsEntry("kid", TestJwts.KEY_ID);
		assertThat(token.text("username")).isEqualTo("alice");
		assertThat(token.number("iat")).isEqualTo(TestJwts.NOW.getEpochSecond());
		assertThat(token.texts("cognito:groups")).containsExactly("admin", "staff");
		assertThat(token.signingInput()).asString().isEqualTo(text.substring(0, text.lastIndexOf('.')));
		assertThat(token).hasToString("[protected]");
	}

}
