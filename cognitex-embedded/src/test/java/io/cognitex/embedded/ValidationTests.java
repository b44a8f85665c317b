package io.cognitex.embedded;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What the service model refuses before any rule of an operation is asked.
 */
class ValidationTests {

	private static final String AT = " failed to satisfy constraint: Member must ";

	@AutoClose
	private final TestPool pool = TestPool.start();

	private final CognitoIdentityProviderClient client = this.pool.client;

	@Test
	void requestWhenMembersAreMissingThenAllAreNamed() {
		assertInvalidParameter(() -> this.client.signUp((request) -> request.password(TestPool.PASSWORD)),
				"2 validation errors detected: Value null at 'clientId'" + AT + "not be null; Value null at 'username'"
						+ AT + "not be null");
	}

	@Test
	void requestWhenSensitiveValueIsEmptyThenLengthAndPatternAreNamedButNotTheValue() {
		assertInvalidParameter(
				() -> this.client.signUp(
						(request) -> request.clientId(this.pool.clientId()).username("").password(TestPool.PASSWORD)),
				"2 validation errors detected: Value at 'username'" + AT
						+ "have length greater than or equal to 1; Value at 'username'" + AT
						+ "satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
	}

	@Test
	void requestWhenValueIsTooLongThenRefused() {
		assertInvalidParameter(() -> this.pool.signUp("a".repeat(129)),
				"1 validation error detected: " + "Value at 'username'" + AT + "have length less than or equal to 128");
		assertInvalidParameter(() -> this.pool.signUp("bob", "name", "a".repeat(2049)), "1 validation error detected: "
				+ "Value at 'userAttributes.1.member.value'" + AT + "have length less than or equal to 2048");
		assertInvalidParameter(() -> this.pool.signUp("bob", "name", "Bob", "a".repeat(33), "x"),
				"1 validation error detected: Value '" + "a".repeat(33) + "' at 'userAttributes.2.member.name'" + AT
						+ "have length less than or equal to 32");
	}

	@Test
	void requestWhenPasswordBeginsOrEndsWithABlankThenRefused() {
		for (String password : new String[] { " Passw0rd!", "Passw0rd! ", "P", "" }) {
			assertInvalidParameter(
					() -> this.client
						.signUp((request) -> request.clientId(this.pool.clientId()).username("bob").password(password)),
					"1 validation error detected: Value at 'password'" + AT
							+ "satisfy regular expression pattern: ^[\\S]+.*[\\S]+$");
		}
		assertThatNoException().isThrownBy(() -> this.client
			.signUp((request) -> request.clientId(this.pool.clientId()).username("bob").password("Pass w0rd")));
	}

	@Test
	void requestWhenValuesOfTenThousandCharactersAreSentThenRefusedAtOnce() {
		String blanks = "a" + " ".repeat(9_998) + " ";
		String pattern = "satisfy regular expression pattern: ^[\\S]+.*[\\S]+$";

		assertInvalidParameter(
				() -> this.client.changePassword(
						(request) -> request.accessToken("a").previousPassword(blanks).proposedPassword(blanks)),
				"4 validation errors detected: Value at 'previousPassword'" + AT
						+ "have length less than or equal to 256; Value at 'previousPassword'" + AT + pattern
						+ "; Value at 'proposedPassword'" + AT
						+ "have length less than or equal to 256; Value at 'proposedPassword'" + AT + pattern);
	}

	@Test
	void requestWhenValueIsNotSensitiveThenShown() {
		assertInvalidParameter(
				() -> this.client.confirmSignUp(
						(request) -> request.clientId(this.pool.clientId()).username("bob").confirmationCode("12 34")),
				"1 validation error detected: Value '12 34' at 'confirmationCode'" + AT
						+ "satisfy regular expression pattern: [\\S]+");
	}

	@Test
	void requestWhenEnumValueIsUnknownThenSetIsNamed() {
		assertInvalidParameter(
				() -> this.client
					.initiateAuth((request) -> request.clientId(this.pool.clientId()).authFlow("PASSWORD_AUTH")),
				"1 validation error detected: Value 'PASSWORD_AUTH' at 'authFlow'" + AT
						+ "satisfy enum value set: [USER_SRP_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, "
						+ "ADMIN_NO_SRP_AUTH, USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, USER_AUTH]");
	}

	@Test
	void requestWhenTokenHasForeignCharactersThenRefused() {
		assertInvalidParameter(() -> this.client.getUser((request) -> request.accessToken("no token")),
				"1 validation error detected: Value at 'accessToken'" + AT
						+ "satisfy regular expression pattern: [A-Za-z0-9-_=.]+");
	}

	@Test
	void requestWhenSessionIsTooShortThenRefused() {
		assertInvalidParameter(
				() -> this.client.respondToAuthChallenge((request) -> request.clientId(this.pool.clientId())
					.challengeName("NEW_PASSWORD_REQUIRED")
					.session("short")),
				"1 validation error detected: Value at 'session'" + AT + "have length greater than or equal to 20");
	}

	@Test
	void requestWhenMapValueIsTooLongThenRefusedWithoutIt() {
		assertInvalidParameter(
				() -> this.pool.initiate(AuthFlowType.USER_PASSWORD_AUTH,
						Map.of("USERNAME", "alice", "PASSWORD", "a".repeat(131_073))),
				"1 validation error detected: Value at 'authParameters' failed to satisfy constraint: "
						+ "Map value must satisfy constraint: [Member must have length less than or equal to 131072]");
	}

}
