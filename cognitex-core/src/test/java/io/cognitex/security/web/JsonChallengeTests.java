package io.cognitex.security.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.cognitex.SignInAnswer;
import io.cognitex.SignInChallenge;
import io.cognitex.TestChallenges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonChallenge}.
 */
class JsonChallengeTests {

	@ParameterizedTest
	@MethodSource("io.cognitex.TestChallenges#all")
	void parametersThenNotTheSessionAndNoAttributes(SignInChallenge challenge) {
		assertThat(new JsonChallenge(challenge).parameters("Shop").toString()).doesNotContain(TestChallenges.SESSION,
				"alice@example.com");
	}

	@ParameterizedTest
	@MethodSource("io.cognitex.TestChallenges#all")
	void answerWhenItDoesNotFitThenRefused(SignInChallenge challenge) {
		JsonChallenge json = new JsonChallenge(challenge);

		assertRefused(json, "{}");
		assertRefused(json, "{\"somethingElse\":\"x\"}");
		assertRefused(json, "{\"code\":{},\"choice\":[],\"password\":1}");
	}

	private static void assertRefused(JsonChallenge challenge, String body) {
		assertThatExceptionOfType(JsonRequestException.class).isThrownBy(() -> challenge.answer(body(body)));
	}

	@Test
	void answerWhenItHasAttributesThatWereNotAskedThenRefused() {
		JsonChallenge json = new JsonChallenge(TestChallenges.newPasswordRequired("name"));

		assertRefused(json,
				"{\"newPassword\":\"N3w\",\"userAttributes\":{\"name\":\"Alice\",\"custom:role\":\"admin\"}}");
	}

	@Test
	void parametersThenWhatIsNeededToAsk() {
		assertThat(parameters(TestChallenges.smsMfa()))
			.isEqualTo(Map.of("deliveryMedium", "SMS", "destination", "+*******9934"));
		assertThat(parameters(TestChallenges.smsOtp())).containsEntry("destination", "+*******9934");
		assertThat(parameters(TestChallenges.emailOtp())).containsEntry("destination", "a***@e***");
		assertThat(parameters(TestChallenges.softwareTokenMfa())).isEqualTo(Map.of("friendlyDeviceName", "my phone"));
		assertThat(parameters(TestChallenges.selectMfaType()))
			.isEqualTo(Map.of("choices", List.of("SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")));
		assertThat(parameters(TestChallenges.mfaSetup()))
			.isEqualTo(Map.of("choices", List.of("SOFTWARE_TOKEN_MFA", "EMAIL_OTP")));
		assertThat(parameters(TestChallenges.selectChallenge()))
			.isEqualTo(Map.of("choices", List.of("PASSWORD", "EMAIL_OTP", "WEB_AUTHN")));
		assertThat(parameters(TestChallenges.newPasswordRequired("name")))
			.isEqualTo(Map.of("requiredAttributes", List.of("name")));
		assertThat(parameters(TestChallenges.softwareTokenSetup()))
			.containsEntry("secretCode", TestChallenges.SECRET_CODE)
			.hasEntrySatisfying("otpauthUri",
					(uri) -> assertThat((String) uri).startsWith("otpauth://totp/Shop:alice?secret="));
		assertThat(parameters(TestChallenges.webAuthn()))
			.isEqualTo(Map.of("credentialRequestOptions", Map.of("challenge", "abc", "rpId", "example.com")));
		assertThat(parameters(TestChallenges.customChallenge()))
			.isEqualTo(Map.of("question", "What is your favourite colour?"));
		assertThat(parameters(TestChallenges.emailSetup())).isEmpty();
		assertThat(parameters(TestChallenges.password())).isEmpty();
		assertThat(parameters(TestChallenges.unsupported())).isEmpty();
	}

	@Test
	void nameThenCognitosButForTheStepsOfASetup() {
		assertThat(new JsonChallenge(TestChallenges.smsMfa()).name()).isEqualTo("SMS_MFA");
		assertThat(new JsonChallenge(TestChallenges.mfaSetup()).name()).isEqualTo("MFA_SETUP");
		assertThat(new JsonChallenge(TestChallenges.softwareTokenSetup()).name()).isEqualTo("SOFTWARE_TOKEN_SETUP");
		assertThat(new JsonChallenge(TestChallenges.emailSetup()).name()).isEqualTo("EMAIL_SETUP");
		assertThat(new JsonChallenge(TestChallenges.unsupported()).name()).isEqualTo("BRAND_NEW");
	}

	@Test
	void answerWhenItFitsThenWhatTheChallengeMakes() {
		assertAnswer(TestChallenges.smsMfa(), "{\"code\":\"123 456\"}", TestChallenges.smsMfa().answer("123456"));
		assertAnswer(TestChallenges.softwareTokenMfa(), "{\"code\":\"123-456\"}",
				TestChallenges.softwareTokenMfa().answer("123456"));
		assertAnswer(TestChallenges.selectMfaType(), "{\"choice\":\"SMS_MFA\"}",
				TestChallenges.selectMfaType().choose("SMS_MFA"));
		assertAnswer(TestChallenges.newPasswordRequired("name"),
				"{\"newPassword\":\" N3w \",\"userAttributes\":{\"name\":\"Alice\"}}",
				TestChallenges.newPasswordRequired("name").answer(" N3w ", Map.of("name", "Alice")));
		assertAnswer(TestChallenges.softwareTokenSetup(), "{\"code\":\"123456\",\"friendlyDeviceName\":\"my phone\"}",
				TestChallenges.softwareTokenSetup().answer("123456", "my phone"));
		assertAnswer(TestChallenges.emailSetup(), "{\"email\":\"alice@example.com\"}",
				TestChallenges.emailSetup().answer("alice@example.com"));
		assertAnswer(TestChallenges.password(), "{\"password\":\" Passw0rd! \"}",
				TestChallenges.password().answer(" Passw0rd! "));
		assertAnswer(TestChallenges.webAuthn(), "{\"credential\":{\"id\":\"abc\",\"response\":{\"signature\":\"x\"}}}",
				TestChallenges.webAuthn().answer("{\"id\":\"abc\",\"response\":{\"signature\":\"x\"}}"));
		assertAnswer(TestChallenges.customChallenge(), "{\"answer\":\"blue\"}",
				TestChallenges.customChallenge().answer("blue"));
	}

	private static void assertAnswer(SignInChallenge challenge, String body, SignInAnswer expected) {
		assertThat(new JsonChallenge(challenge).answer(body(body))).isEqualTo(expected);
	}

	private static Map<String, Object> parameters(SignInChallenge challenge) {
		return new JsonChallenge(challenge).parameters("Shop");
	}

	private static JsonBody body(String json) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setContentType("application/json");
		request.setContent(json.getBytes(StandardCharsets.UTF_8));
		try {
			return JsonBody.of(request);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
