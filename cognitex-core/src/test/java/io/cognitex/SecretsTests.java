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
		SignInProgress progress = new SignInProgress("alice", session, SignInFlow.USER_SRP_AUTH, List.of(),
				new RememberedDevice("key", "group", SECRET));
		SignInChallenge.SoftwareTokenSetup setup = new SignInChallenge.SoftwareTokenSetup(progress, SECRET);
		CognitoAccountManagerBuilder builder = CognitoAccountManager.builder()
			.userPoolId(TestAccounts.USER_POOL_ID)
			.clientId(TestJwts.CLIENT_ID)
			.clientSecret(SECRET);
		return Stream.of(session, tokens, new SignIn.Completed(tokens, List.of(), null), builder, builder.build(),
				new AuthStep("SMS_MFA", session, Map.of("SRP_B", SECRET), List.of(), tokens, null),
				UnverifiedJwt.parse(TestJwts.accessToken().claim("email", SECRET).build()), progress, progress.device(),
				new SignInChallenge.SmsMfa(progress, new CodeDelivery(null, null, null)),
				new SignInChallenge.NewPasswordRequired(progress, List.of(), Map.of("email", SECRET)), setup,
				setup.answer(SECRET), new SignInChallenge.SoftwareTokenMfa(progress, null).answer(SECRET),
				new SignInChallenge.NewPasswordRequired(progress, List.of(), Map.of()).answer(SECRET,
						Map.of("email", SECRET)),
				new SignInChallenge.EmailSetup(progress).answer(SECRET),
				new SignInChallenge.Password(progress, PasswordProof.PASSWORD).answer(SECRET),
				new SignInChallenge.WebAuthn(progress, "{}").answer(SECRET),
				new SignInChallenge.CustomChallenge(progress, Map.of()).answer(SECRET),
				new SignInChallenge.Unsupported(progress, "NEW"), new SoftwareTokenSecret(SECRET),
				new SoftwareTokenAssociation(SECRET, session), SignInRequest.withPassword("alice", SECRET),
				new UserContext(SECRET, SECRET, null, null, Map.of("Cookie", SECRET)));
	}

}
