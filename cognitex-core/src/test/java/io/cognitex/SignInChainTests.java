package io.cognitex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import io.cognitex.jwt.UnverifiedJwt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every chain of challenges that a pool can ask: each way to begin, with and without a
 * temporary password, with each second factor. At each step a wrong answer comes first,
 * and an answer that was used is given once more.
 */
@Tag("slow")
@Tag("without-spring")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInChainTests {

	private final TestClock clock = new TestClock(Instant.now());

	private final EmbeddedCognito optional = TestPools.withoutPassword(this.clock)
		.mfa("OPTIONAL", "SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")
		.start();

	private final EmbeddedCognito required = TestPools.builder(this.clock)
		.mfa("ON", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")
		.start();

	private final CognitoAccountManager ofOptional = accounts(this.optional);

	private final CognitoAccountManager ofRequired = accounts(this.required);

	private int users;

	@AfterAll
	void stop() {
		this.ofOptional.close();
		this.ofRequired.close();
		this.optional.close();
		this.required.close();
	}

	static Stream<Chain> chains() {
		List<Chain> chains = new ArrayList<>();
		for (Beginning beginning : Beginning.values()) {
			for (SecondFactor secondFactor : SecondFactor.values()) {
				chains.add(new Chain(beginning, false, secondFactor));
				chains.add(new Chain(beginning, true, secondFactor));
			}
		}
		return chains.stream().filter(Chain::exists);
	}

	@ParameterizedTest
	@MethodSource("chains")
	void respondWhenAnswersAreRightThenTokensAndAllFactors(Chain chain) throws Exception {
		EmbeddedCognito cognito = chain.secondFactor.required ? this.required : this.optional;
		CognitoAccountManager accounts = chain.secondFactor.required ? this.ofRequired : this.ofOptional;
		String username = "user-" + this.users++;
		cognito.addUser(chain.user(username));
		TestPerson person = new TestPerson(cognito, this.clock, username, chain.choices());
		Instant begin = this.clock.instant();

		List<String> asked = new ArrayList<>();
		SignIn signIn = accounts.authenticate(chain.request(username));
		while (signIn instanceof SignInChallenge challenge) {
			asked.add(challenge.getClass().getSimpleName());
			signIn = refuseAndAnswer(accounts, person, challenge);
		}

		SignIn.Completed completed = (SignIn.Completed) signIn;
		assertThat(asked).isEqualTo(chain.expectedChallenges());
		assertThat(completed.factors()).extracting(ProvenFactor::factor).isEqualTo(chain.expectedFactors());
		assertThat(completed.factors()).extracting(ProvenFactor::provenAt)
			.isSorted()
			.allMatch((provenAt) -> !provenAt.isBefore(begin) && !provenAt.isAfter(this.clock.instant()));
		assertThat(UnverifiedJwt.parse(completed.tokens().accessToken()).text("username")).isEqualTo(username);
	}

	private static SignIn refuseAndAnswer(CognitoAccountManager accounts, TestPerson person,
			SignInChallenge challenge) {
		SignInChallenge kept = challenge;
		if (challenge instanceof SignInChallenge.CustomChallenge riddle) {
			// the triggers ask once more, with a new session
			kept = (SignInChallenge) accounts.respond(person.wrong(riddle));
			assertThat(kept).isInstanceOf(SignInChallenge.CustomChallenge.class);
		}
		else if (!(challenge instanceof SignInChallenge.Password)) {
			assertThat(error(accounts, person.wrong(challenge))).isIn(CognitoError.CODE_MISMATCH,
					CognitoError.ENABLE_SOFTWARE_TOKEN_MFA, CognitoError.INVALID_PASSWORD,
					CognitoError.INVALID_PARAMETER);
		}
		SignInAnswer right = person.right(kept);
		SignIn next = accounts.respond(right);
		if (takesACall(right)) {
			assertThat(error(accounts, right)).isEqualTo(CognitoError.SESSION_EXPIRED);
		}
		return next;
	}

	/**
	 * What is answered in this process can be answered twice: it leads nowhere by itself.
	 */
	private static boolean takesACall(SignInAnswer answer) {
		return !(answer instanceof SignInAnswer.Choice choice
				&& (choice.choice().equals("PASSWORD") || (choice.challenge() instanceof SignInChallenge.MfaSetup)));
	}

	private static CognitoError error(CognitoAccountManager accounts, SignInAnswer answer) {
		CognitoException ex = catchThrowableOfType(CognitoException.class, () -> accounts.respond(answer));
		assertThat(ex).as("refusal of %s", answer).isNotNull();
		return ex.error();
	}

	private CognitoAccountManager accounts(EmbeddedCognito cognito) {
		return TestAccounts.builder(cognito).clock(this.clock).build();
	}

	/**
	 * A chain, begun with the e-mail address where the user has one.
	 */
	record Chain(Beginning beginning, boolean temporaryPassword, SecondFactor secondFactor) {

		/**
		 * Triggers and codes stand for the second factor, and those who have one cannot
		 * begin with a code. What follows a password that was sent is as after SRP.
		 */
		boolean exists() {
			return switch (this.beginning) {
				case SRP, ADMIN, CHOSEN_PASSWORD -> true;
				case USER_AUTH_WITH_PASSWORD -> !this.temporaryPassword;
				case PASSWORD, CUSTOM_AFTER_SRP -> this.secondFactor == SecondFactor.NONE;
				case CUSTOM, CHOSEN_EMAIL, CHOSEN_SMS ->
					this.secondFactor == SecondFactor.NONE && !this.temporaryPassword;
			};
		}

		EmbeddedUser user(String username) {
			EmbeddedUser.Builder user = this.secondFactor.enrol(TestPerson.named(username), username);
			return (this.temporaryPassword ? user.status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD) : user).build();
		}

		SignInRequest request(String username) {
			boolean hasEmail = this.secondFactor != SecondFactor.SETUP_EMAIL
					&& this.secondFactor != SecondFactor.SETUP_SOFTWARE_TOKEN;
			return this.beginning.request(hasEmail ? username + "@example.com" : username);
		}

		String[] choices() {
			return new String[] { this.beginning.choice, this.secondFactor.choice };
		}

		List<String> expectedChallenges() {
			List<String> challenges = new ArrayList<>(this.beginning.challenges);
			if (this.temporaryPassword) {
				challenges.add(challenges.indexOf("CustomChallenge") < 0 ? challenges.size()
						: challenges.indexOf("CustomChallenge"), "NewPasswordRequired");
			}
			challenges.addAll(this.secondFactor.challenges);
			return challenges;
		}

		List<SignInFactor> expectedFactors() {
			List<SignInFactor> factors = new ArrayList<>(this.beginning.factors);
			factors.addAll(this.secondFactor.factors);
			return factors;
		}

	}

	enum Beginning {

		SRP(true, SignInFlow.USER_SRP_AUTH, "", List.of(), SignInFactor.PASSWORD),

		PASSWORD(true, SignInFlow.USER_PASSWORD_AUTH, "", List.of(), SignInFactor.PASSWORD),

		ADMIN(true, SignInFlow.ADMIN_USER_PASSWORD_AUTH, "", List.of(), SignInFactor.PASSWORD),

		CUSTOM_AFTER_SRP(true, SignInFlow.CUSTOM_AUTH, "", List.of("CustomChallenge"), SignInFactor.PASSWORD,
				SignInFactor.CUSTOM),

		USER_AUTH_WITH_PASSWORD(true, SignInFlow.USER_AUTH, "", List.of(), SignInFactor.PASSWORD),

		CHOSEN_PASSWORD(true, SignInFlow.USER_AUTH, "PASSWORD", List.of("SelectChallenge", "Password"),
				SignInFactor.PASSWORD),

		CUSTOM(false, SignInFlow.CUSTOM_AUTH, "", List.of("CustomChallenge"), SignInFactor.CUSTOM),

		CHOSEN_EMAIL(false, SignInFlow.USER_AUTH, "EMAIL_OTP", List.of("SelectChallenge", "EmailOtp"),
				SignInFactor.EMAIL_OTP),

		CHOSEN_SMS(false, SignInFlow.USER_AUTH, "SMS_OTP", List.of("SelectChallenge", "SmsOtp"), SignInFactor.SMS_OTP);

		private final boolean hasPassword;

		private final SignInFlow flow;

		private final String choice;

		private final List<String> challenges;

		private final List<SignInFactor> factors;

		Beginning(boolean hasPassword, SignInFlow flow, String choice, List<String> challenges,
				SignInFactor... factors) {
			this.hasPassword = hasPassword;
			this.flow = flow;
			this.choice = choice;
			this.challenges = challenges;
			this.factors = List.of(factors);
		}

		SignInRequest request(String username) {
			boolean withPassword = this.hasPassword && this.choice.isEmpty();
			return (withPassword ? SignInRequest.withPassword(username, TestPerson.PASSWORD)
					: SignInRequest.forUser(username))
				.withFlow(this.flow);
		}

	}

	enum SecondFactor {

		NONE(false, "", List.of()),

		SMS(false, "", List.of("SmsMfa"), SignInFactor.SMS_OTP),

		EMAIL(false, "", List.of("EmailOtp"), SignInFactor.EMAIL_OTP),

		SOFTWARE_TOKEN(false, "", List.of("SoftwareTokenMfa"), SignInFactor.SOFTWARE_TOKEN),

		CHOSEN_SMS(false, "SMS_MFA", List.of("SelectMfaType", "SmsMfa"), SignInFactor.SMS_OTP),

		CHOSEN_EMAIL(false, "EMAIL_OTP", List.of("SelectMfaType", "EmailOtp"), SignInFactor.EMAIL_OTP),

		CHOSEN_SOFTWARE_TOKEN(false, "SOFTWARE_TOKEN_MFA", List.of("SelectMfaType", "SoftwareTokenMfa"),
				SignInFactor.SOFTWARE_TOKEN),

		SETUP_SOFTWARE_TOKEN(true, "SOFTWARE_TOKEN_MFA", List.of("MfaSetup", "SoftwareTokenSetup"),
				SignInFactor.SOFTWARE_TOKEN),

		SETUP_EMAIL(true, "EMAIL_OTP", List.of("MfaSetup", "EmailSetup", "EmailOtp"), SignInFactor.EMAIL_OTP);

		private final boolean required;

		private final String choice;

		private final List<String> challenges;

		private final List<SignInFactor> factors;

		SecondFactor(boolean required, String choice, List<String> challenges, SignInFactor... factors) {
			this.required = required;
			this.choice = choice;
			this.challenges = challenges;
			this.factors = List.of(factors);
		}

		EmbeddedUser.Builder enrol(EmbeddedUser.Builder user, String username) {
			UnaryOperator<EmbeddedUser.Builder> sms = (builder) -> builder.mfa("SMS_MFA");
			return switch (this) {
				case NONE -> user;
				case SMS -> sms.apply(user);
				case EMAIL -> user.mfa("EMAIL_OTP");
				case SOFTWARE_TOKEN -> user.totpSecret(TestPerson.TOTP_SECRET);
				case CHOSEN_SMS, CHOSEN_EMAIL, CHOSEN_SOFTWARE_TOKEN ->
					sms.apply(user).mfa("EMAIL_OTP").totpSecret(TestPerson.TOTP_SECRET);
				case SETUP_SOFTWARE_TOKEN, SETUP_EMAIL -> EmbeddedUser.named(username).password(TestPerson.PASSWORD);
			};
		}

	}

}
