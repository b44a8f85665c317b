package io.cognitex.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.SignInAnswer;
import io.cognitex.SignInChallenge;
import io.cognitex.TestChallenges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Compares {@code docs/sign-in-errors.md} with what {@link CognitoAuthenticationProvider}
 * really does with each of Cognito's errors, in each step of a sign-in.
 */
class SignInErrorsDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "sign-in-errors.md");

	/** One answer for each kind of challenge. */
	private static final List<SignInAnswer> ANSWERS = List.of(TestChallenges.smsMfa().answer("123456"),
			TestChallenges.emailOtp().answer("123456"), TestChallenges.smsOtp().answer("123456"),
			TestChallenges.softwareTokenMfa().answer("123456"),
			TestChallenges.newPasswordRequired().answer("Passw0rd?", Map.of()),
			TestChallenges.selectMfaType().choose("SMS_MFA"), TestChallenges.mfaSetup().choose("SOFTWARE_TOKEN_MFA"),
			TestChallenges.selectChallenge().choose("EMAIL_OTP"), TestChallenges.softwareTokenSetup().answer("123456"),
			TestChallenges.emailSetup().answer("alice@example.com"), TestChallenges.webAuthn().answer("{}"),
			TestChallenges.customChallenge().answer("42"));

	private static final SignInAnswer PASSWORD = TestChallenges.password().answer("Passw0rd!");

	@Test
	void documentThenHasEveryFailure() throws IOException {
		String table = Arrays.stream(SignInFailure.values())
			.map(SignInErrorsDocumentTests::row)
			.collect(Collectors.joining("\n"));

		assertThat(Files.readString(DOCUMENT)).contains(table + "\n\n");
	}

	@Test
	void documentThenHasEveryError() throws IOException {
		String table = Arrays.stream(CognitoError.values())
			.map((error) -> "| `" + error.status() + "` | `" + SignInFailure.of(failure(error, null)) + "` | `"
					+ SignInFailure.of(failure(error, ANSWERS.get(0))) + "` | "
					+ error.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " |")
			.collect(Collectors.joining("\n"));

		assertThat(Files.readString(DOCUMENT)).contains(table + "\n\n");
	}

	/**
	 * That the table needs no more than two columns.
	 */
	@ParameterizedTest
	@EnumSource
	void failureWhenAnAnswerFailsThenTheSameForEveryChallengeButThePassword(CognitoError error) {
		Set<SignInFailure> failures = ANSWERS.stream()
			.map((answer) -> SignInFailure.of(failure(error, answer)))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(SignInFailure.class)));

		assertThat(failures).hasSize(1);
		assertThat(SignInFailure.of(failure(error, PASSWORD)))
			.isIn(failures.contains(SignInFailure.WRONG_ANSWER) ? Set.of(SignInFailure.BAD_CREDENTIALS) : failures);
	}

	private static String row(SignInFailure failure) {
		AuthenticationException ex = example(failure);
		return "| `" + failure + "` | "
				+ CognitexMessageSource.getAccessor().getMessage(failure.messageCode(), Locale.ENGLISH) + " | `"
				+ failure.wayOn() + "` | `" + ex.getClass().getSimpleName() + "` | " + events(ex) + " | "
				+ failure.status() + " |";
	}

	private static AuthenticationException example(SignInFailure failure) {
		return Stream
			.of(challenged(TestChallenges.smsMfa()), challenged(TestChallenges.unsupported()),
					Arrays.stream(CognitoError.values()).map((error) -> failure(error, null)).toList(),
					Arrays.stream(CognitoError.values()).map((error) -> failure(error, ANSWERS.get(0))).toList())
			.flatMap(List::stream)
			.filter((ex) -> SignInFailure.of(ex) == failure)
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nothing leads to " + failure));
	}

	private static List<AuthenticationException> challenged(SignInChallenge challenge) {
		return List.of(refusal(StubAccountManager.answering(challenge), null));
	}

	private static AuthenticationException failure(CognitoError error, @Nullable SignInAnswer answer) {
		AuthenticationException ex = refusal(StubAccountManager.failing(error), answer);
		assertThat(ex).hasCauseInstanceOf(CognitoException.class);
		return ex;
	}

	private static AuthenticationException refusal(StubAccountManager accounts, @Nullable SignInAnswer answer) {
		Authentication request = (answer != null) ? new CognitoChallengeAuthenticationToken(answer)
				: UsernamePasswordAuthenticationToken.unauthenticated("alice", "Passw0rd!");
		AuthenticationException ex = catchThrowableOfType(AuthenticationException.class,
				() -> new CognitoAuthenticationProvider(accounts).authenticate(request));
		// As ProviderManager does
		ex.setAuthenticationRequest(request);
		return ex;
	}

	private static String events(AuthenticationException ex) {
		List<Object> events = new ArrayList<>();
		DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events::add);
		// As the starter does
		publisher.setAdditionalExceptionMappings(
				Map.of(InternalAuthenticationServiceException.class, AuthenticationFailureServiceExceptionEvent.class));
		publisher.publishAuthenticationFailure(ex, UsernamePasswordAuthenticationToken.unauthenticated("alice", null));
		assertThat(events).hasSizeLessThanOrEqualTo(1);
		return events.isEmpty() ? "none" : "`" + events.get(0).getClass().getSimpleName() + "`";
	}

}
