package io.cognitex;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SdkErrors} with what really comes over the wire.
 */
class SdkErrorsTests {

	private StubCognito cognito;

	private CognitoAccountManager accounts;

	@BeforeEach
	void start() throws IOException {
		this.cognito = new StubCognito();
		this.accounts = TestAccounts.builder(this.cognito.endpoint()).build();
	}

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "SERVICE_UNAVAILABLE", "UNKNOWN" })
	void operationWhenCognitoRefusesThenItsTypeAndText(CognitoError error) {
		int status = error.status().startsWith("Internal") ? 500 : 400;
		this.cognito.answer(status, error(error.status(), "Cognito's own text"));

		CognitoException ex = failure((accounts) -> accounts.forgotPassword("alice"));

		assertThat(ex.error()).isEqualTo(error);
		assertThat(ex.status()).isEqualTo(error.status());
		assertThat(ex).hasMessage("Cognito's own text").hasNoCause();
	}

	@Test
	void operationWhenTypeIsNewThenUnknownWithItsName() {
		this.cognito.answer(400, error("BrandNewException", "Something else"));

		CognitoException ex = failure((accounts) -> accounts.forgotPassword("alice"));

		assertThat(ex.error()).isEqualTo(CognitoError.UNKNOWN);
		assertThat(ex.status()).isEqualTo("BrandNewException");
		assertThat(ex).hasMessage("Something else");
	}

	@Test
	void operationWhenTextIsMissingThenTheTypesName() {
		this.cognito.answer(400, "{\"__type\":\"CodeMismatchException\"}");

		assertThat(failure((accounts) -> accounts.confirm("alice", "123456"))).hasMessage("CodeMismatchException");
	}

	@ParameterizedTest
	@CsvSource({ "400, ThrottlingException", "429, TooManyRequestsException", "400, TooManyRequestsException",
			"429, RequestLimitExceeded" })
	void operationWhenCognitoThrottlesThenTooManyRequests(int status, String type) {
		this.cognito.answer(status, error(type, "Rate exceeded"));

		assertThat(failure((accounts) -> accounts.forgotPassword("alice")).error())
			.isEqualTo(CognitoError.TOO_MANY_REQUESTS);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"1 validation error detected: Value '12 34' at 'confirmationCode' failed to satisfy constraint: "
					+ "Member must satisfy regular expression pattern: [\\S]+",
			"2 validation errors detected: Value '12 34' at 'confirmationCode' failed to satisfy constraint: Member "
					+ "must have length less than or equal to 2048; Value at 'confirmationCode' failed" })
	void operationWhenCognitoEchoesAnArgumentThenOnlyItsName(String text) {
		this.cognito.answer(400, error("InvalidParameterException", text));

		CognitoException ex = failure((accounts) -> accounts.confirm("alice", "12 34"));

		assertThat(ex.error()).isEqualTo(CognitoError.INVALID_PARAMETER);
		assertThat(ex).hasMessage("Cognito finds the request invalid: confirmationCode");
	}

	@Test
	void operationWhenEchoedArgumentLooksLikeANameThenNotRepeated() {
		this.cognito.answer(400, error("InvalidParameterException",
				"1 validation error detected: Value 'at 'Passw0rd'' at 'password' failed"));

		assertThat(failure((accounts) -> accounts.confirm("alice", "at 'Passw0rd'")))
			.hasMessage("Cognito finds the request invalid: password");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "500|", "500|{}", "502|<html>Bad Gateway</html>", "503|Service Unavailable",
					"503|{\"__type\":\"SomethingNew\"}", "403|<html>Forbidden</html>", "404|not found", "400|",
					"400|{\"message\":\"no type\"}", "400|{\"__type\":\"<b>bold</b>\"}", "301|" })
	void operationWhenSomethingElseAnswersThenUnavailable(int status, String body) {
		this.cognito.answer(status, (body != null) ? body : "");

		assertUnavailable(failure((accounts) -> accounts.forgotPassword("alice")));
		assertThat(this.cognito.requests()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void operationWhenAnswerIsGarbageThenUnavailable(Consumer<CognitoAccountManager> operation) {
		this.cognito.answer(200, "text/html", "<html>It works!</html>");

		assertUnavailable(failure(operation));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "{\"AuthenticationResult\":{}}", "{\"AuthenticationResult\":null}",
			"{\"AuthenticationResult\":{\"AccessToken\":\"s3cr3t\",\"ExpiresIn\":3600,\"TokenType\":\"Bearer\"}}",
			"{\"AuthenticationResult\":{\"AccessToken\":\"s3cr3t\",\"IdToken\":\"s3cr3t\"}}",
			"{\"AuthenticationResult\":{\"AccessToken\":\"s3cr3t", "{\"ChallengeName\":\"SMS_MFA\"}",
			"{\"ChallengeName\":\"PASSWORD_VERIFIER\",\"ChallengeParameters\":{}}",
			"{\"ChallengeName\":\"PASSWORD_VERIFIER\",\"ChallengeParameters\":{\"USER_ID_FOR_SRP\":\"alice\","
					+ "\"SALT\":\"2a\",\"SRP_B\":\"0\",\"SECRET_BLOCK\":\"c2VjcmV0\"}}",
			"{\"ChallengeName\":\"WEB_AUTHN\",\"Session\":\"s3cr3t\"}",
			"{\"ChallengeName\":\"SELECT_MFA_TYPE\",\"Session\":\"s3cr3t\",\"ChallengeParameters\":"
					+ "{\"MFAS_CAN_CHOOSE\":\"null\"}}",
			"{\"ChallengeName\":\"NEW_PASSWORD_REQUIRED\",\"Session\":\"s3cr3t\",\"ChallengeParameters\":"
					+ "{\"userAttributes\":\"[\"}}" })
	void authenticateWhenAnswerLacksWhatItMustHaveThenUnavailable(String body) {
		this.cognito.answer(200, body);

		CognitoException ex = failure((accounts) -> accounts.authenticate("alice", "Passw0rd!"));

		assertUnavailable(ex);
		assertThat(ex.getMessage()).doesNotContain("s3cr3t");
	}

	@Test
	void operationWhenAnswerIsLateThenUnavailableAndNotRepeated() {
		CountDownLatch over = new CountDownLatch(1);
		this.cognito.answer((exchange) -> await(over));

		this.accounts = TestAccounts.builder(this.cognito.endpoint()).readTimeout(Duration.ofMillis(300)).build();

		CognitoException ex = failure((accounts) -> accounts.signUp("alice", "Passw0rd!", Map.of()));

		over.countDown();
		assertUnavailable(ex);
		assertThat(this.cognito.requests()).hasSize(1);
	}

	@Test
	void operationWhenAnswerIsLostThenUnavailableAndNotRepeated() {
		this.cognito.answer((exchange) -> {
			throw new IOException("the connection is dropped");
		});

		assertUnavailable(failure((accounts) -> accounts.signUp("alice", "Passw0rd!", Map.of())));
		assertThat(this.cognito.requests()).hasSize(1);
	}

	@Test
	void operationWhenThrottledOnceThenRepeated() {
		this.cognito.answer(400, error("TooManyRequestsException", "Rate exceeded")).answer(200, "{}");

		this.accounts.confirm("alice", "123456");

		assertThat(this.cognito.requests()).hasSize(2);
	}

	@Test
	void operationWhenThrottledTwiceThenNotRepeatedAgain() {
		this.cognito.answer(400, error("TooManyRequestsException", "Rate exceeded"));

		assertThat(failure((accounts) -> accounts.confirm("alice", "123456")).error())
			.isEqualTo(CognitoError.TOO_MANY_REQUESTS);
		assertThat(this.cognito.requests()).hasSize(2);
	}

	@Test
	void operationWhenAttemptsAreExceededThenNotRepeated() {
		this.cognito.answer(400,
				error("LimitExceededException", "Attempt limit exceeded, please try after some time."));

		assertThat(failure((accounts) -> accounts.confirm("alice", "123456")).error())
			.isEqualTo(CognitoError.LIMIT_EXCEEDED);
		assertThat(this.cognito.requests()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void operationWhenNobodyListensThenUnavailable(Consumer<CognitoAccountManager> operation) {
		this.cognito.close();

		CognitoException ex = failure(operation);

		assertUnavailable(ex);
		assertThat(ex).hasMessage("Cognito could not be reached or did not answer in time")
			.hasCauseInstanceOf(IOException.class);
	}

	@Test
	void adminGetUserWhenThereAreNoCredentialsThenAccessDenied() {
		CognitoAccountManager accounts = TestAccounts.builder(this.cognito.endpoint()).credentialsProvider(() -> {
			throw SdkClientException.create("Unable to load credentials");
		}).build();

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> accounts.adminGetUser("alice"))
			.withMessageStartingWith("This operation needs AWS credentials")
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.ACCESS_DENIED));
		assertThat(this.cognito.requests()).isEmpty();
	}

	static Stream<Consumer<CognitoAccountManager>> operations() {
		return TestAccounts.operations().values().stream();
	}

	private CognitoException failure(Consumer<CognitoAccountManager> operation) {
		try {
			operation.accept(this.accounts);
		}
		catch (CognitoException ex) {
			return ex;
		}
		throw new AssertionError("The operation did not fail");
	}

	private static void assertUnavailable(CognitoException ex) {
		assertThat(ex.error()).isEqualTo(CognitoError.SERVICE_UNAVAILABLE);
		assertThat(ex.getMessage()).startsWith("Cognito ");
	}

	private static String error(String type, String message) {
		return JSONObjectUtils.toJSONString(Map.of("__type", type, "message", message));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
