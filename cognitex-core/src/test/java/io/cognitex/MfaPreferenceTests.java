package io.cognitex;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.cognitex.embedded.EmbeddedCognito;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Second factors that users who are signed in set up, switch on and switch off.
 */
class MfaPreferenceTests {

	private final TestClock clock = new TestClock(Instant.now());

	private final EmbeddedCognito cognito = TestPools.builder(this.clock)
		.mfa("OPTIONAL", "SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP")
		.start();

	private final CognitoAccountManager accounts = TestAccounts.builder(this.cognito).clock(this.clock).build();

	private String accessToken = "";

	@BeforeEach
	void addAlice() {
		this.cognito.addUser(TestPerson.named("alice").build());
		this.accessToken = ((SignIn.Completed) signIn()).tokens().accessToken();
	}

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@Test
	void associateWhenPoolHasNoSuchFactorThenRefused() {
		try (EmbeddedCognito without = EmbeddedCognito.start();
				CognitoAccountManager accounts = TestAccounts.builder(without).build()) {
			without.addUser(TestPerson.named("alice").build());
			SignIn.Completed completed = (SignIn.Completed) accounts.authenticate("alice", TestPerson.PASSWORD);

			assertThat(error(() -> accounts.associateSoftwareToken(completed.tokens().accessToken())))
				.isEqualTo(CognitoError.SOFTWARE_TOKEN_MFA_NOT_FOUND);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345", "1234567", "12345a", "１２３４５６" })
	void verifyWhenCodeCannotBeOneThenWrongCodeWithoutACall(String code) {
		this.cognito.clearCalls();

		assertThat(error(() -> this.accounts.verifySoftwareToken(this.accessToken, code, null)))
			.isEqualTo(CognitoError.CODE_MISMATCH);
		assertThat(this.cognito.calls()).isEmpty();
	}

	@Test
	void verifyWhenCodeIsWrongThenRefused() {
		String secret = this.accounts.associateSoftwareToken(this.accessToken).secretCode();
		String old = TestTotp.code(secret, this.clock.instant().minus(Duration.ofHours(1)));

		assertThat(error(() -> this.accounts.verifySoftwareToken(this.accessToken, old, null)))
			.isEqualTo(CognitoError.ENABLE_SOFTWARE_TOKEN_MFA);
	}

	@Test
	void preferWhenFactorIsNotSetUpThenRefused() {
		assertThat(error(() -> this.accounts.setUserMfaPreference(this.accessToken,
				Map.of(MfaType.SOFTWARE_TOKEN_MFA, MfaSetting.PREFERRED))))
			.isEqualTo(CognitoError.INVALID_PARAMETER);
		assertThat(signIn()).isInstanceOf(SignIn.Completed.class);
	}

	@Test
	void preferWhenNothingOrAPreferredPasskeyThenRefusedWithoutACall() {
		this.cognito.clearCalls();

		assertThat(error(() -> this.accounts.setUserMfaPreference(this.accessToken, Map.of())))
			.isEqualTo(CognitoError.INVALID_PARAMETER);
		assertThat(error(() -> this.accounts.setUserMfaPreference(this.accessToken,
				Map.of(MfaType.WEB_AUTHN, MfaSetting.PREFERRED))))
			.isEqualTo(CognitoError.INVALID_PARAMETER);
		assertThat(this.cognito.calls()).isEmpty();
	}

	@Test
	void preferWhenAppIsSetUpThenItIsAsked() {
		String secret = this.accounts.associateSoftwareToken(this.accessToken).secretCode();
		String code = TestTotp.code(secret, this.clock.instant());
		this.accounts.verifySoftwareToken(this.accessToken, code.substring(0, 3) + " " + code.substring(3), "phone");
		assertThat(signIn()).isInstanceOf(SignIn.Completed.class);

		this.accounts.setUserMfaPreference(this.accessToken, Map.of(MfaType.SOFTWARE_TOKEN_MFA, MfaSetting.PREFERRED,
				MfaType.EMAIL_OTP, MfaSetting.ENABLED, MfaType.SMS_MFA, MfaSetting.ENABLED));

		assertThat(signIn()).isInstanceOf(SignInChallenge.SoftwareTokenMfa.class);
		UserAuthFactors factors = this.accounts.getUserAuthFactors(this.accessToken);
		assertThat(factors.username()).isEqualTo("alice");
		assertThat(factors.preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
		assertThat(factors.userMfaSettings()).containsExactlyInAnyOrder("SOFTWARE_TOKEN_MFA", "EMAIL_OTP", "SMS_MFA");
		assertThat(factors.configuredFactors()).contains("PASSWORD");
	}

	@Test
	void disableThenOnlyWhatIsNamedChanges() {
		this.accounts.setUserMfaPreference(this.accessToken,
				Map.of(MfaType.EMAIL_OTP, MfaSetting.ENABLED, MfaType.SMS_MFA, MfaSetting.ENABLED));
		assertThat(signIn()).isInstanceOf(SignInChallenge.SelectMfaType.class);

		this.accounts.setUserMfaPreference(this.accessToken, Map.of(MfaType.SMS_MFA, MfaSetting.DISABLED));

		assertThat(signIn()).isInstanceOf(SignInChallenge.EmailOtp.class);
	}

	private SignIn signIn() {
		return this.accounts.authenticate("alice", TestPerson.PASSWORD);
	}

	private static CognitoError error(ThrowingCallable operation) {
		CognitoException ex = catchThrowableOfType(CognitoException.class, operation);
		assertThat(ex).as("refusal").isNotNull();
		return ex.error();
	}

}
