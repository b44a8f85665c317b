package io.cognitex;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.jwt.UnverifiedJwt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mallory knows alice's password, what alice typed in her last sign-ins, and everything
 * of her own account in the same pool. She does not know alice's codes to come, and no
 * sequence of wrong, stale, replayed or swapped answers gives her tokens of alice.
 */
@Tag("slow")
@Tag("without-spring")
class SignInAttackTests {

	private static final int STEPS = 100;

	private final TestClock clock = new TestClock(Instant.now());

	private final List<SignInChallenge> challenges = new ArrayList<>();

	private final List<SignInAnswer> answers = new ArrayList<>();

	private final List<String> codes = new ArrayList<>(List.of("000000", "00000000"));

	private int refusals;

	private int tokensOfMallory;

	@ParameterizedTest
	@CsvSource({ "OPTIONAL, 1", "OPTIONAL, 2", "ON, 3", "ON, 4" })
	void respondWhenSecondFactorIsNotKnownThenNeverTokens(String mfa, long seed) throws Exception {
		Random random = new Random(seed);
		try (EmbeddedCognito cognito = TestPools.builder(this.clock)
			.mfa(mfa, "SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")
			.start(); CognitoAccountManager accounts = TestAccounts.builder(cognito).clock(this.clock).build()) {
			cognito.addUser(TestPerson.named("alice")
				.mfa("SMS_MFA")
				.mfa("EMAIL_OTP")
				.totpSecret(TestPerson.TOTP_SECRET)
				.build());
			cognito.addUser(mallory(mfa));
			watchAlice(cognito, accounts);

			for (int i = 0; i < STEPS; i++) {
				attack(cognito, accounts, random);
			}

			assertThat(this.refusals).isGreaterThan(STEPS / 4);
			assertThat(this.tokensOfMallory).as("sign-ins that were right").isPositive();
		}
	}

	private static EmbeddedUser mallory(String mfa) {
		EmbeddedUser.Builder mallory = EmbeddedUser.named("mallory").password(TestPerson.PASSWORD);
		return (mfa.equals("ON") ? mallory : mallory.attribute("email", "mallory@example.com").mfa("EMAIL_OTP"))
			.build();
	}

	/**
	 * Alice signs in with each of her factors, and mallory looks over her shoulder.
	 */
	private void watchAlice(EmbeddedCognito cognito, CognitoAccountManager accounts) {
		for (String factor : List.of("SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA")) {
			TestPerson alice = new TestPerson(cognito, this.clock, "alice", factor);
			SignIn signIn = accounts.authenticate("alice", TestPerson.PASSWORD);
			while (signIn instanceof SignInChallenge challenge) {
				SignInAnswer answer = alice.right(challenge);
				this.challenges.add(challenge);
				this.answers.add(answer);
				if (answer instanceof SignInAnswer.Code code) {
					this.codes.add(code.code());
				}
				signIn = accounts.respond(answer);
			}
			assertThat(signIn).isInstanceOf(SignIn.Completed.class);
		}
	}

	private void attack(EmbeddedCognito cognito, CognitoAccountManager accounts, Random random) throws Exception {
		if (random.nextInt(20) == 0) {
			this.clock.advance(Duration.ofMinutes(random.nextInt(20)));
		}
		try {
			SignIn signIn = (random.nextInt(4) == 0) ? accounts.authenticate(request(random))
					: accounts.respond(answer(cognito, random));
			if (signIn instanceof SignInChallenge challenge) {
				this.challenges.add(challenge);
			}
			else {
				String accessToken = ((SignIn.Completed) signIn).tokens().accessToken();
				assertThat(UnverifiedJwt.parse(accessToken).text("username")).isEqualTo("mallory");
				this.tokensOfMallory++;
			}
		}
		catch (CognitoException ex) {
			assertThat(ex.error()).isNotIn(CognitoError.SERVICE_UNAVAILABLE, CognitoError.UNKNOWN,
					CognitoError.INTERNAL_ERROR);
			this.refusals++;
		}
	}

	private static SignInRequest request(Random random) {
		String username = random.nextBoolean() ? "alice" : "mallory";
		return switch (random.nextInt(5)) {
			case 0 -> SignInRequest.forUser(username).withFlow(SignInFlow.CUSTOM_AUTH);
			case 1 -> SignInRequest.forUser(username).withFlow(SignInFlow.USER_AUTH);
			case 2 ->
				SignInRequest.withPassword(username, TestPerson.PASSWORD).withFlow(SignInFlow.ADMIN_USER_PASSWORD_AUTH);
			case 3 -> SignInRequest.withPassword(username, TestPerson.PASSWORD).withFlow(SignInFlow.CUSTOM_AUTH);
			default -> SignInRequest.withPassword(username, TestPerson.PASSWORD);
		};
	}

	private SignInAnswer answer(EmbeddedCognito cognito, Random random) {
		if (random.nextInt(5) == 0) {
			return any(this.answers, random);
		}
		// the newest challenge more often than not, or nothing would ever lead on
		SignInChallenge challenge = random.nextBoolean() ? this.challenges.get(this.challenges.size() - 1)
				: any(this.challenges, random);
		SignInAnswer answer = answer(cognito, swap(challenge, random), random);
		this.answers.add(answer);
		return answer;
	}

	/**
	 * Now and then, a challenge with the user or the session of another one.
	 */
	private SignInChallenge swap(SignInChallenge challenge, Random random) {
		SignInProgress other = any(this.challenges, random).progress();
		return switch (random.nextInt(6)) {
			case 0 -> with(challenge, challenge.progress().withSession(other.session()));
			case 1 -> with(challenge, challenge.progress().withUsername(other.username()));
			case 2 -> with(challenge, other);
			default -> challenge;
		};
	}

	private static SignInChallenge with(SignInChallenge challenge, SignInProgress progress) {
		if (challenge instanceof SignInChallenge.SmsMfa sms) {
			return new SignInChallenge.SmsMfa(progress, sms.codeDelivery());
		}
		if (challenge instanceof SignInChallenge.EmailOtp email) {
			return new SignInChallenge.EmailOtp(progress, email.codeDelivery());
		}
		if (challenge instanceof SignInChallenge.SoftwareTokenMfa) {
			return new SignInChallenge.SoftwareTokenMfa(progress, null);
		}
		if (challenge instanceof SignInChallenge.SelectMfaType select) {
			return new SignInChallenge.SelectMfaType(progress, select.choices());
		}
		if (challenge instanceof SignInChallenge.SelectChallenge select) {
			return new SignInChallenge.SelectChallenge(progress, select.availableChallenges());
		}
		if (challenge instanceof SignInChallenge.MfaSetup setup) {
			return new SignInChallenge.MfaSetup(progress, setup.choices());
		}
		if (challenge instanceof SignInChallenge.SoftwareTokenSetup setup) {
			return new SignInChallenge.SoftwareTokenSetup(progress, setup.secretCode());
		}
		if (challenge instanceof SignInChallenge.EmailSetup) {
			return new SignInChallenge.EmailSetup(progress);
		}
		if (challenge instanceof SignInChallenge.Password password) {
			return new SignInChallenge.Password(progress, password.proof());
		}
		return new SignInChallenge.CustomChallenge(progress, Map.of());
	}

	private SignInAnswer answer(EmbeddedCognito cognito, SignInChallenge challenge, Random random) {
		if (challenge instanceof SignInChallenge.CodeChallenge asked) {
			return asked.answer(code(cognito, random));
		}
		if (challenge instanceof SignInChallenge.ChoiceChallenge choice) {
			return choice.choose(any(choice.choices(), random));
		}
		if (challenge instanceof SignInChallenge.SoftwareTokenSetup setup) {
			return setup.answer(TestTotp.code(setup.secretCode(), this.clock.instant()));
		}
		if (challenge instanceof SignInChallenge.EmailSetup setup) {
			return setup.answer("mallory@example.com");
		}
		if (challenge instanceof SignInChallenge.Password password) {
			return password.answer(TestPerson.PASSWORD);
		}
		return ((SignInChallenge.CustomChallenge) challenge)
			.answer(random.nextBoolean() ? TestPerson.secretAnswer("mallory") : "41");
	}

	/**
	 * A code that was sent to mallory, or that alice has used, or a guess.
	 */
	private String code(EmbeddedCognito cognito, Random random) {
		return random.nextBoolean() ? cognito.messages()
			.stream()
			.filter((message) -> message.destination().startsWith("mallory"))
			.findFirst()
			.map((message) -> message.code())
			.orElse("000000") : any(this.codes, random);
	}

	private static <T> T any(List<T> list, Random random) {
		return list.get(random.nextInt(list.size()));
	}

}
