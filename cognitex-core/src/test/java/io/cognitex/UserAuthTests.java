package io.cognitex;

import java.time.Instant;

import io.cognitex.embedded.EmbeddedCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Sign-ins that begin with the username alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserAuthTests {

	private static final String ALICE = "alice@example.com";

	private final TestClock clock = new TestClock(Instant.now());

	private final EmbeddedCognito cognito = TestPools.withoutPassword(this.clock).start();

	private final CognitoAccountManager accounts = TestAccounts.builder(this.cognito)
		.signInFlow(SignInFlow.USER_AUTH)
		.clock(this.clock)
		.build();

	@BeforeAll
	void addAlice() {
		this.cognito.addUser(TestPerson.named("alice").build());
	}

	@AfterAll
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@ParameterizedTest
	@EnumSource
	void respondWhenPasswordIsWrongThenNotAuthorized(PasswordProof proof) {
		SignInChallenge.Password challenge = askForPassword(ALICE, proof);

		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.respond(challenge.answer(TestPerson.PASSWORD + "x")));

		assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED);
	}

	@ParameterizedTest
	@EnumSource
	void respondWhenUserIsUnknownThenAsWithAWrongPassword(PasswordProof proof) {
		CognitoException unknown = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.respond(askForPassword("nobody@example.com", proof).answer(TestPerson.PASSWORD)));
		CognitoException wrong = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.respond(askForPassword(ALICE, proof).answer(TestPerson.PASSWORD + "x")));

		assertThat(unknown).hasMessage(wrong.getMessage());
		assertThat(unknown.error()).isEqualTo(wrong.error());
	}

	@ParameterizedTest
	@EnumSource
	void respondWhenPasswordIsRightThenTokens(PasswordProof proof) {
		SignInChallenge.Password challenge = askForPassword(ALICE, proof);

		SignIn signIn = this.accounts.respond(challenge.answer(TestPerson.PASSWORD));

		assertThat(challenge.progress().factors()).isEmpty();
		assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class,
				(completed) -> assertThat(completed.factors()).extracting(ProvenFactor::factor)
					.containsExactly(SignInFactor.PASSWORD));
	}

	@ParameterizedTest
	@ValueSource(strings = { "EMAIL_OTP", "SMS_OTP" })
	void authenticateWhenCodeIsPreferredThenItIsSent(String preferred) {
		SignIn signIn = this.accounts.authenticate(SignInRequest.forUser(ALICE).withPreferredChallenge(preferred));

		assertThat(signIn).isInstanceOfSatisfying(SignInChallenge.CodeChallenge.class,
				(challenge) -> assertThat(challenge.name()).isEqualTo(preferred));
	}

	@Test
	void authenticateWhenPreferredCannotBeHadThenTheOthersAreOffered() {
		SignIn signIn = this.accounts.authenticate(SignInRequest.forUser(ALICE).withPreferredChallenge("WEB_AUTHN"));

		assertThat(signIn).isInstanceOfSatisfying(SignInChallenge.SelectChallenge.class,
				(challenge) -> assertThat(challenge.choices()).containsExactlyInAnyOrder("PASSWORD", "EMAIL_OTP",
						"SMS_OTP"));
	}

	private SignInChallenge.Password askForPassword(String username, PasswordProof proof) {
		SignInRequest request = SignInRequest.forUser(username);
		return switch (proof) {
			case PASSWORD, PASSWORD_SRP ->
				(SignInChallenge.Password) this.accounts.authenticate(request.withPreferredChallenge(proof.name()));
			case CHOSEN_PASSWORD_SRP -> {
				SignInChallenge.SelectChallenge select = (SignInChallenge.SelectChallenge) this.accounts
					.authenticate(request);
				yield (SignInChallenge.Password) this.accounts.respond(select.choose("PASSWORD"));
			}
			case CHOSEN_PASSWORD -> new SignInChallenge.Password(
					((SignInChallenge.SelectChallenge) this.accounts.authenticate(request)).progress(), proof);
		};
	}

}
