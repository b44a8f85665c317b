package io.cognitex;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;

import io.cognitex.ExpectedFailures.ExpectedFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The account operations against a Cognito server that is not ours. It has no SRP, so the
 * password is sent; and it is laxer than Cognito, so some refusals cannot be seen there.
 */
@Tag("slow")
@Tag("without-spring")
class CognitoLocalAccountOperationsTests extends AccountOperationsTests {

	private static final String NOT_REFUSED = "the call is refused";

	private static final ExpectedFailure NO_RESEND = new ExpectedFailure(
			"cognito-local does not know ResendConfirmationCode", "HTTP status 500");

	private static final ExpectedFailure NO_PASSWORD_POLICY = new ExpectedFailure(
			"cognito-local takes any new password", NOT_REFUSED);

	private static final Map<String, ExpectedFailure> EXPECTED_FAILURES = Map.ofEntries(
			Map.entry("authenticateWhenFlowIsSrpThenTokens",
					new ExpectedFailure("cognito-local has no USER_SRP_AUTH", "HTTP status 500")),
			Map.entry("resendConfirmationCodeThenOnlyNewCodeConfirms", NO_RESEND),
			Map.entry("resendConfirmationCodeWhenUserIsUnknownThenAnsweredAsForKnownOne", NO_RESEND),
			Map.entry("signUpWhenPasswordIsWeakThenInvalidPassword", NO_PASSWORD_POLICY),
			Map.entry("changePasswordWhenNewPasswordIsWeakThenInvalidPassword", NO_PASSWORD_POLICY),
			Map.entry("confirmForgotPasswordWhenNewPasswordIsWeakThenInvalidPassword", NO_PASSWORD_POLICY),
			Map.entry("signUpWhenAttributeIsUnknownThenInvalidParameter",
					new ExpectedFailure("cognito-local compares no attributes with the schema at sign-up",
							NOT_REFUSED)),
			Map.entry("getUserWhenSignatureIsForgedThenNotAuthorized",
					new ExpectedFailure("cognito-local does not verify signatures", NOT_REFUSED)),
			Map.entry("confirmWhenUserIsUnknownThenCodeMismatch",
					new ExpectedFailure("cognito-local tells unknown users apart", "but was: NOT_AUTHORIZED")),
			Map.entry("confirmWhenCodeIsUsedThenNotAuthorized",
					new ExpectedFailure("cognito-local calls a used code expired", "but was: EXPIRED_CODE")),
			Map.entry("authenticateWhenUserIsUnknownThenRefusedAsForWrongPassword",
					new ExpectedFailure("cognito-local tells unknown users apart", "but was: NOT_AUTHORIZED")),
			Map.entry("forgotPasswordWhenUserIsUnknownThenAnsweredAsForKnownOne",
					new ExpectedFailure("cognito-local tells unknown users apart", "User not found")));

	@RegisterExtension
	static final ExpectedFailures expectedFailures = new ExpectedFailures(EXPECTED_FAILURES);

	private static @Nullable CognitoLocal server;

	private static @Nullable CognitoAccountManager accounts;

	@BeforeAll
	static void startServer() throws IOException {
		if (!"true".equals(System.getenv("CI"))) {
			Assumptions.assumeTrue(CognitoLocal.isNodePresent(), "No Node here, so no cognito-local");
		}
		server = CognitoLocal.start();
		accounts = accounts(SignInFlow.USER_PASSWORD_AUTH);
	}

	@AfterAll
	static void stopServer() {
		if (server != null) {
			server.close();
		}
	}

	@Test
	void authenticateWhenFlowIsSrpThenTokens() {
		assertSignsIn(accounts(SignInFlow.USER_SRP_AUTH));
	}

	@Test
	void authenticateWhenFlowIsAdminUserPasswordThenTokens() {
		assertSignsIn(accounts(SignInFlow.ADMIN_USER_PASSWORD_AUTH));
	}

	@Test
	void expectedFailuresNameTests() {
		assertThat(
				Stream.of(AccountOperationsTests.class, getClass()).map(Class::getDeclaredMethods).flatMap(Stream::of))
			.extracting(Method::getName)
			.containsAll(EXPECTED_FAILURES.keySet());
	}

	@Override
	CognitoAccountManager accounts() {
		return accounts;
	}

	@Override
	String sentCode(String username) {
		return server.pendingCode(username);
	}

	/**
	 * Cognito says {@code NotAuthorizedException}.
	 */
	@Override
	CognitoError wrongPassword() {
		return CognitoError.INVALID_PASSWORD;
	}

	private void assertSignsIn(CognitoAccountManager accounts) {
		String username = newUsername();
		accounts.signUp(username, "Correct-Horse-1", Map.of("email", emailOf(username)));
		accounts.confirm(username, sentCode(username));

		SignIn signIn = accounts.authenticate(username, "Correct-Horse-1");

		assertThat(signIn).isInstanceOf(SignIn.Completed.class);
	}

	private static CognitoAccountManager accounts(SignInFlow flow) {
		return CognitoAccountManager.builder()
			.userPoolId(CognitoLocal.USER_POOL_ID)
			.clientId(CognitoLocal.CLIENT_ID)
			.endpoint(server.endpoint())
			.issuer(server.issuer())
			.signInFlow(flow)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
			.build();
	}

}
