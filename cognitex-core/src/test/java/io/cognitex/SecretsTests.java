package io.cognitex;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cognitex.jwt.TestJwts;
import io.cognitex.jwt.UnverifiedJwt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what holds a secret does not show it.
 */
class SecretsTests {

	private static final String SECRET = "s3cr3t";

	@ParameterizedTest
	@MethodSource("holders")
	void toStringThenNoSecret(Object holder) {
		assertThat(holder.toString()).doesNotContain(SECRET);
	}

	static Stream<Object> holders() throws Exception {
		CognitoSession session = new CognitoSession(SECRET);
		CognitoTokens tokens = new CognitoTokens(SECRET, SECRET, SECRET, Instant.EPOCH);
		CognitoAccountManagerBuilder builder = CognitoAccountManager.builder()
			.userPoolId(TestAccounts.USER_POOL_ID)
			.clientId(TestJwts.CLIENT_ID)
			.clientSecret(SECRET);
		return Stream.of(session, tokens, new SignIn.Completed(tokens), builder, builder.build(),
				new AuthStep("SMS_MFA", session, Map.of("SRP_B", SECRET), List.of(), tokens),
				UnverifiedJwt.parse(TestJwts.accessToken().claim("email", SECRET).build()),
				new SignInChallenge.SmsMfa("alice", session, new CodeDelivery(null, null, null)),
				new SignInChallenge.NewPasswordRequired("alice", session, List.of(), Map.of("email", SECRET)),
				new SignInChallenge.WebAuthn("alice", session, "{}"),
				new SignInChallenge.Unsupported("NEW", "alice", session));
	}

}
