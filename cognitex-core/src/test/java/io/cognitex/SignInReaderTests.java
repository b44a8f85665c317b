package io.cognitex;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SignInReaderTests {

	private static final CognitoSession SESSION = new CognitoSession("a-session-of-cognito");

	@ParameterizedTest
	@ValueSource(strings = { "BRAND_NEW", "PASSWORD_VERIFIER", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER",
			"ADMIN_NO_SRP_AUTH", "sms_mfa", "" })
	void readWhenChallengeIsUnknownThenUnsupportedEvenWithTokens(String name) {
		SignIn signIn = read(new AuthStep(name, null, Map.of(), List.of(), tokens(), null), "alice");

		assertThat(signIn).isEqualTo(new SignInChallenge.Unsupported(progress("alice").withSession(null), name));
	}

	@ParameterizedTest
	@MethodSource("challenges")
	void readWhenChallengeComesWithTokensThenNotASuccess(SignInChallenge expected, Map<String, String> parameters) {
		SignIn signIn = read(
				new AuthStep(expected.name(), SESSION, parameters, List.of("PASSWORD", "EMAIL_OTP"), tokens(), null),
				"typed");

		assertThat(signIn).isNotInstanceOf(SignIn.Completed.class);
	}

	@ParameterizedTest
	@MethodSource("challenges")
	void readWhenSessionIsMissingThenUnavailable(SignInChallenge expected, Map<String, String> parameters) {
		AuthStep step = new AuthStep(expected.name(), null, parameters, List.of(), null, null);

		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> read(step, "typed"))
			.withMessage("Cognito cannot be understood: its answer has no Session");
	}

	@ParameterizedTest
	@MethodSource("challenges")
	void readThenTheChallengeThatCognitoNames(SignInChallenge expected, Map<String, String> parameters) {
		AuthStep step = new AuthStep(expected.name(), SESSION, parameters, List.of("PASSWORD", "EMAIL_OTP"), null,
				null);

		SignIn signIn = read(step, "typed");

		assertThat(signIn).isEqualTo(expected);
		assertThat(signIn.toString()).doesNotContain(SESSION.value());
	}

	static Stream<Arguments> challenges() {
		String user = "USER_ID_FOR_SRP";
		Map<String, String> sms = Map.of(user, "alice", "CODE_DELIVERY_DELIVERY_MEDIUM", "SMS",
				"CODE_DELIVERY_DESTINATION", "+*******9934");
		Map<String, String> email = Map.of(user, "alice", "CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL",
				"CODE_DELIVERY_DESTINATION", "a***@e***");
		CodeDelivery toPhone = new CodeDelivery("+*******9934", "SMS", null);
		CodeDelivery toEmail = new CodeDelivery("a***@e***", "EMAIL", null);
		return Stream.of(Arguments.of(
				new SignInChallenge.NewPasswordRequired(progress("alice"), List.of("name", "custom:plan"),
						Map.of("email_verified", "true", "email", "a@b")),
				Map.of(user, "alice", "requiredAttributes", "[\"userAttributes.name\",\"userAttributes.custom:plan\"]",
						"userAttributes", "{\"email_verified\":\"true\",\"email\":\"a@b\"}")),
				Arguments.of(new SignInChallenge.NewPasswordRequired(progress("typed"), List.of(), Map.of()), Map.of()),
				Arguments.of(new SignInChallenge.SmsMfa(progress("alice"), toPhone), sms),
				Arguments.of(new SignInChallenge.SmsOtp(progress("alice"), toPhone), sms),
				Arguments.of(new SignInChallenge.EmailOtp(progress("alice"), toEmail), email),
				Arguments.of(new SignInChallenge.SoftwareTokenMfa(progress("alice"), "my phone"),
						Map.of(user, "alice", "FRIENDLY_DEVICE_NAME", "my phone")),
				Arguments.of(new SignInChallenge.SoftwareTokenMfa(progress("alice"), null),
						Map.of("USERNAME", "alice")),
				Arguments.of(
						new SignInChallenge.SelectMfaType(progress("alice"), List.of("SMS_MFA", "SOFTWARE_TOKEN_MFA")),
						Map.of(user, "alice", "MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"]")),
				Arguments.of(new SignInChallenge.MfaSetup(progress("alice"), List.of("SOFTWARE_TOKEN_MFA")),
						Map.of(user, "alice", "MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]")),
				Arguments.of(new SignInChallenge.SelectChallenge(progress("typed"), List.of("PASSWORD", "EMAIL_OTP")),
						Map.of()),
				Arguments.of(new SignInChallenge.Password(progress("typed"), PasswordProof.PASSWORD), Map.of()),
				Arguments.of(new SignInChallenge.WebAuthn(progress("typed"), "{\"challenge\":\"x\"}"),
						Map.of("CREDENTIAL_REQUEST_OPTIONS", "{\"challenge\":\"x\"}")),
				Arguments.of(new SignInChallenge.CustomChallenge(progress("alice"), Map.of("question", "why?")),
						Map.of("USERNAME", "alice", "question", "why?")));
	}

	@Test
	void readWhenPasswordIsAskedBySrpThenPasswordWithSrp() {
		SignIn signIn = read(new AuthStep("PASSWORD_SRP", SESSION, Map.of(), List.of(), null, null), "typed");

		assertThat(signIn).isEqualTo(new SignInChallenge.Password(progress("typed"), PasswordProof.PASSWORD_SRP));
	}

	@Test
	void readWhenNoChallengeThenCompleted() {
		SignIn signIn = read(new AuthStep(null, null, Map.of(), List.of(), tokens(), null), "alice");

		assertThat(signIn).isEqualTo(new SignIn.Completed(tokens(), List.of(), null));
		assertThat(signIn.toString()).doesNotContain("an-access-token", "an-id-token", "a-refresh-token");
	}

	private static SignIn read(AuthStep step, String typed) {
		return SignInReader.read(SignInReply.of(step, SignInProgress.begin(typed, SignInFlow.USER_SRP_AUTH, null)));
	}

	private static SignInProgress progress(String username) {
		return SignInProgress.begin(username, SignInFlow.USER_SRP_AUTH, null).withSession(SESSION);
	}

	private static CognitoTokens tokens() {
		return new CognitoTokens("an-access-token", "an-id-token", "a-refresh-token",
				Instant.parse("2026-11-23T12:00:00Z"));
	}

}
