package io.cognitex;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.cognitex.jwt.TestJwts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the arguments of every operation: refused by name, and without a call.
 */
class ArgumentsTests {

	private static final String SECRET = "s3cr3t";

	private static final String TOKEN = TestJwts.accessToken().build();

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

	@ParameterizedTest(name = "{0}")
	@MethodSource("badArguments")
	void operationWhenArgumentIsBadThenRefusedByNameWithoutACall(String message,
			Consumer<CognitoAccountManager> operation) {
		assertThatExceptionOfType(CognitoException.class).isThrownBy(() -> operation.accept(this.accounts))
			.withMessage(message.substring(message.indexOf(": ") + 2))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(CognitoError.INVALID_PARAMETER))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(SECRET));
		assertThat(this.cognito.requests()).isEmpty();
	}

	static Stream<Arguments> badArguments() {
		Map<String, Consumer<CognitoAccountManager>> cases = new LinkedHashMap<>();
		text(cases, "username", 128, "signUp", (accounts, value) -> accounts.signUp(value, "Passw0rd!", Map.of()));
		text(cases, "password", 256, "signUp", (accounts, value) -> accounts.signUp("alice", value, Map.of()));
		text(cases, "username", 128, "confirm", (accounts, value) -> accounts.confirm(value, "123456"));
		text(cases, "confirmationCode", 2048, "confirm", (accounts, value) -> accounts.confirm("alice", value));
		text(cases, "username", 128, "resend", CognitoAccountManager::resendConfirmationCode);
		text(cases, "username", 128, "authenticate", (accounts, value) -> accounts.authenticate(value, "Passw0rd!"));
		text(cases, "password", 256, "authenticate", (accounts, value) -> accounts.authenticate("alice", value));
		text(cases, "accessToken", 16384, "getUser", CognitoAccountManager::getUser);
		text(cases, "username", 128, "adminGetUser", CognitoAccountManager::adminGetUser);
		text(cases, "accessToken", 16384, "changePassword",
				(accounts, value) -> accounts.changePassword(value, "Passw0rd!", "Passw0rd?"));
		text(cases, "previousPassword", 256, "changePassword",
				(accounts, value) -> accounts.changePassword(TOKEN, value, "Passw0rd!"));
		text(cases, "proposedPassword", 256, "changePassword",
				(accounts, value) -> accounts.changePassword(TOKEN, "Passw0rd!", value));
		text(cases, "accessToken", 16384, "updateUserAttributes",
				(accounts, value) -> accounts.updateUserAttributes(value, Map.of("name", "Alice")));
		text(cases, "accessToken", 16384, "getUserAttributeVerificationCode",
				(accounts, value) -> accounts.getUserAttributeVerificationCode(value, "email"));
		text(cases, "accessToken", 16384, "verifyUserAttribute",
				(accounts, value) -> accounts.verifyUserAttribute(value, "email", "123456"));
		text(cases, "code", 2048, "verifyUserAttribute",
				(accounts, value) -> accounts.verifyUserAttribute(TOKEN, "email", value));
		text(cases, "username", 128, "forgotPassword", CognitoAccountManager::forgotPassword);
		text(cases, "confirmationCode", 2048, "confirmForgotPassword",
				(accounts, value) -> accounts.confirmForgotPassword(value, "alice", "Passw0rd!"));
		text(cases, "username", 128, "confirmForgotPassword",
				(accounts, value) -> accounts.confirmForgotPassword("123456", value, "Passw0rd!"));
		text(cases, "password", 256, "confirmForgotPassword",
				(accounts, value) -> accounts.confirmForgotPassword("123456", "alice", value));
		text(cases, "code", 2048, "respond",
				(accounts, value) -> accounts.respond(TestChallenges.smsMfa().answer(value)));
		text(cases, "code", 2048, "respond to the set-up",
				(accounts, value) -> accounts.respond(TestChallenges.softwareTokenSetup().answer(value)));
		text(cases, "password", 256, "respond to the temporary password",
				(accounts, value) -> accounts.respond(TestChallenges.newPasswordRequired().answer(value, Map.of())));
		text(cases, "password", 256, "respond",
				(accounts, value) -> accounts.respond(TestChallenges.password().answer(value)));
		text(cases, "address", 2048, "respond",
				(accounts, value) -> accounts.respond(TestChallenges.emailSetup().answer(value)));
		text(cases, "answer", 2048, "respond",
				(accounts, value) -> accounts.respond(TestChallenges.customChallenge().answer(value)));
		text(cases, "credential", 131072, "respond",
				(accounts, value) -> accounts.respond(TestChallenges.webAuthn().answer(value)));
		text(cases, "credential", 131072, "completeWebAuthnRegistration",
				(accounts, value) -> accounts.completeWebAuthnRegistration(TOKEN, value));
		text(cases, "username", 128, "authenticate with a request",
				(accounts, value) -> accounts.authenticate(SignInRequest.forUser(value)));
		cases.put("respond, required attribute is missing: 'attributes[name]' must not be empty", (accounts) -> accounts
			.respond(TestChallenges.newPasswordRequired("name").answer("Passw0rd!", Map.of("nickname", SECRET))));
		for (SignInChallenge.ChoiceChallenge challenge : List.of(TestChallenges.selectMfaType(),
				TestChallenges.mfaSetup(), TestChallenges.selectChallenge())) {
			cases.put("respond, " + challenge.name() + ": 'choice' must be one of those that were offered",
					(accounts) -> accounts.respond(challenge.choose(SECRET)));
		}
		for (String deviceKey : new String[] { "", SECRET, "us-east-1_A", "../us-east-1_a1b2" }) {
			cases.put("forgetDevice '" + deviceKey.length() + "': 'deviceKey' must be the key of a device",
					(accounts) -> accounts.forgetDevice(TOKEN, deviceKey));
		}
		cases.put("signUp, attributes null: 'attributes' must not be null",
				(accounts) -> accounts.signUp("alice", "Passw0rd!", nothing()));
		cases.put("signUp, attribute null: 'attributes[email]' must not be null",
				(accounts) -> accounts.signUp("alice", "Passw0rd!", Collections.singletonMap("email", nothing())));
		cases.put("signUp, attribute too long: 'attributes[email]' must not be longer than 2048 characters",
				(accounts) -> accounts.signUp("alice", "Passw0rd!", Map.of("email", SECRET.repeat(1000))));
		for (String name : new String[] { "", "a name", SECRET.repeat(6), "new\nline" }) {
			cases.put(
					"signUp, attribute name '" + name.strip().length()
							+ "': Each name in 'attributes' must be 1 to 32 characters without blanks",
					(accounts) -> accounts.signUp("alice", "Passw0rd!", Map.of(name, SECRET)));
			cases.put(
					"verify, attribute name '" + name.strip().length()
							+ "': 'attributeName' must be 1 to 32 characters without blanks",
					(accounts) -> accounts.verifyUserAttribute(TOKEN, name, "123456"));
		}
		cases.put("getUserAttributeVerificationCode: 'attributeName' must be 1 to 32 characters without blanks",
				(accounts) -> accounts.getUserAttributeVerificationCode(TOKEN, nothing()));
		cases.put("updateUserAttributes, none: 'attributes' must not be empty",
				(accounts) -> accounts.updateUserAttributes(TOKEN, Map.of()));
		cases.put("updateUserAttributes, null: 'attributes' must not be empty",
				(accounts) -> accounts.updateUserAttributes(TOKEN, nothing()));
		return cases.entrySet().stream().map((entry) -> Arguments.of(entry.getKey(), entry.getValue()));
	}

	private static void text(Map<String, Consumer<CognitoAccountManager>> cases, String argument, int max,
			String operation, Operation call) {
		String what = operation + ", " + argument;
		cases.put(what + " null: '" + argument + "' must not be empty", (accounts) -> call.run(accounts, nothing()));
		cases.put(what + " empty: '" + argument + "' must not be empty", (accounts) -> call.run(accounts, ""));
		cases.put(what + " blank: '" + argument + "' must not be empty", (accounts) -> call.run(accounts, " \t\n"));
		cases.put(what + " too long: '" + argument + "' must not be longer than " + max + " characters",
				(accounts) -> call.run(accounts, SECRET.repeat(max).substring(0, max + 1)));
	}

	/**
	 * What callers without nullness checks pass.
	 */
	@SuppressWarnings("NullAway")
	private static <T> T nothing() {
		@Nullable T nothing = null;
		return nothing;
	}

	@FunctionalInterface
	private interface Operation {

		void run(CognitoAccountManager accounts, String value);

	}

}
