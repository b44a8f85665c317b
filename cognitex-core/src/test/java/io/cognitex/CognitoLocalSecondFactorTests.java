package io.cognitex;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The authenticator app and the choice of a second factor against a Cognito server that
 * is not ours.
 */
@Tag("slow")
@Tag("without-spring")
class CognitoLocalSecondFactorTests {

	private static final String PASSWORD = "Correct-Horse-1";

	private static @Nullable CognitoLocal server;

	private static @Nullable CognitoAccountManager accounts;

	@BeforeAll
	static void startServer() throws IOException {
		if (!"true".equals(System.getenv("CI"))) {
			Assumptions.assumeTrue(CognitoLocal.isNodePresent(), "No Node here, so no cognito-local");
		}
		server = CognitoLocal.start();
		accounts = CognitoAccountManager.builder()
			.userPoolId(CognitoLocal.USER_POOL_ID)
			.clientId(CognitoLocal.CLIENT_ID)
			.endpoint(server.endpoint())
			.issuer(server.issuer())
			.signInFlow(SignInFlow.USER_PASSWORD_AUTH)
			.build();
	}

	@AfterAll
	static void stopServer() {
		if (server != null) {
			accounts.close();
			server.close();
		}
	}

	@Test
	void respondWhenAppIsAskedThenOnlyItsCodeLeadsOn() {
		String accessToken = signUp("alice");
		String secret = setUp(accessToken);

		SignInChallenge.SoftwareTokenMfa challenge = (SignInChallenge.SoftwareTokenMfa) accounts.authenticate("alice",
				PASSWORD);
		assertThat(challenge.friendlyDeviceName()).isEqualTo("my phone");
		assertThat(error(challenge.answer(wrong(secret)))).isEqualTo(CognitoError.CODE_MISMATCH);

		assertCompleted(accounts.respond(challenge.answer(TestTotp.code(secret, Instant.now()))));
	}

	@Test
	void respondWhenFactorIsChosenThenItIsAsked() {
		String accessToken = signUp("bob");
		String secret = setUp(accessToken);
		accounts.setUserMfaPreference(accessToken,
				Map.of(MfaType.SMS_MFA, MfaSetting.ENABLED, MfaType.SOFTWARE_TOKEN_MFA, MfaSetting.ENABLED));

		SignInChallenge.SelectMfaType select = (SignInChallenge.SelectMfaType) accounts.authenticate("bob", PASSWORD);
		assertThat(select.choices()).containsExactlyInAnyOrder("SMS_MFA", "SOFTWARE_TOKEN_MFA");
		assertThat(error(select.choose("EMAIL_OTP"))).isEqualTo(CognitoError.INVALID_PARAMETER);
		SignInChallenge.SoftwareTokenMfa challenge = (SignInChallenge.SoftwareTokenMfa) accounts
			.respond(select.choose("SOFTWARE_TOKEN_MFA"));

		assertThat(error(challenge.answer(wrong(secret)))).isEqualTo(CognitoError.CODE_MISMATCH);
		assertCompleted(accounts.respond(challenge.answer(TestTotp.code(secret, Instant.now()))));
	}

	private static String signUp(String username) {
		accounts.signUp(username, PASSWORD, Map.of("email", username + "@example.com"));
		accounts.confirm(username, server.pendingCode(username));
		return ((SignIn.Completed) accounts.authenticate(username, PASSWORD)).tokens().accessToken();
	}

	private static String setUp(String accessToken) {
		String secret = accounts.associateSoftwareToken(accessToken).secretCode();
		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> accounts.verifySoftwareToken(accessToken, wrong(secret), null));
		assertThat(ex.error()).isEqualTo(CognitoError.CODE_MISMATCH);
		accounts.verifySoftwareToken(accessToken, TestTotp.code(secret, Instant.now()), "my phone");
		return secret;
	}

	/**
	 * A code that the app shows at no time near.
	 */
	private static String wrong(String secret) {
		List<String> near = List.of(-60L, -30L, 0L, 30L, 60L)
			.stream()
			.map((seconds) -> TestTotp.code(secret, Instant.now().plusSeconds(seconds)))
			.toList();
		int wrong = 0;
		while (near.contains(String.format("%06d", wrong))) {
			wrong++;
		}
		return String.format("%06d", wrong);
	}

	private static CognitoError error(SignInAnswer answer) {
		CognitoException ex = catchThrowableOfType(CognitoException.class, () -> accounts.respond(answer));
		assertThat(ex).as("refusal").isNotNull();
		return ex.error();
	}

	private static void assertCompleted(SignIn signIn) {
		assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class,
				(completed) -> assertThat(completed.factors()).extracting(ProvenFactor::factor)
					.containsExactly(SignInFactor.PASSWORD, SignInFactor.SOFTWARE_TOKEN));
	}

}
