package io.cognitex;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Devices that stand for a second factor, with users who also sign in with their e-mail
 * address and an app client with a secret.
 */
class RememberedDeviceTests {

	private static final String ALICE = "alice@example.com";

	private static final RememberedDevice UNKNOWN = new RememberedDevice(
			"us-east-1_a1b2c3d4-5678-90ab-cdef-111122223333", "-AbCdEfGh", "c2VjcmV0");

	private final TestClock clock = new TestClock(Instant.now());

	private final EmbeddedCognito cognito = TestPools.builder(this.clock)
		.mfa("OPTIONAL", "EMAIL_OTP")
		.deviceConfiguration(true, false)
		.start();

	private final CognitoAccountManager accounts = TestAccounts.builder(this.cognito).clock(this.clock).build();

	@BeforeEach
	void addAlice() {
		this.cognito.addUser(user("alice"));
	}

	@AfterEach
	void stop() {
		this.accounts.close();
		this.cognito.close();
	}

	@Test
	void authenticateWhenPasswordIsWrongThenTheDeviceDoesNotHelp() {
		RememberedDevice device = remember(ALICE).device();

		CognitoException ex = catchThrowableOfType(CognitoException.class, () -> this.accounts
			.authenticate(SignInRequest.withPassword(ALICE, TestPerson.PASSWORD + "x").withDevice(device)));

		assertThat(ex.error()).isEqualTo(CognitoError.NOT_AUTHORIZED);
	}

	@ParameterizedTest
	@EnumSource(names = { "USER_SRP_AUTH", "USER_PASSWORD_AUTH", "USER_AUTH" })
	void authenticateWhenDeviceIsUnknownThenAsWithoutIt(SignInFlow flow) {
		assertAsWithoutDevice(flow, UNKNOWN);
	}

	@ParameterizedTest
	@EnumSource(names = { "USER_SRP_AUTH", "USER_PASSWORD_AUTH", "USER_AUTH" })
	void authenticateWhenDeviceIsForgottenThenAsWithoutIt(SignInFlow flow) {
		RememberedDevice device = remember(ALICE).device();
		this.accounts.forgetDevice(accessToken(ALICE), device.deviceKey());

		assertAsWithoutDevice(flow, device);
	}

	@ParameterizedTest
	@EnumSource(names = { "USER_SRP_AUTH", "USER_PASSWORD_AUTH", "USER_AUTH" })
	void authenticateWhenDeviceIsAnothersThenAsWithoutIt(SignInFlow flow) {
		this.cognito.addUser(user("bob"));

		assertAsWithoutDevice(flow, remember("bob").device());
	}

	@ParameterizedTest
	@EnumSource(names = { "USER_SRP_AUTH", "USER_PASSWORD_AUTH", "USER_AUTH" })
	void authenticateWhenSecretIsWrongThenAsWithoutTheDevice(SignInFlow flow) {
		RememberedDevice device = remember(ALICE).device();

		assertAsWithoutDevice(flow, new RememberedDevice(device.deviceKey(), device.deviceGroupKey(), "another"));
	}

	@Test
	void authenticateWhenFlowIsThatOfAdministratorsThenTheDeviceIsNotTold() {
		assertAsWithoutDevice(SignInFlow.ADMIN_USER_PASSWORD_AUTH, remember(ALICE).device());
	}

	@ParameterizedTest
	@EnumSource(names = { "USER_SRP_AUTH", "USER_PASSWORD_AUTH", "USER_AUTH" })
	void authenticateWhenDeviceIsRememberedThenItStandsForTheSecondFactor(SignInFlow flow) {
		RememberedDevice device = remember(ALICE).device();

		SignIn signIn = this.accounts.authenticate(request(flow, device));

		assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class, (completed) -> {
			assertThat(completed.factors()).extracting(ProvenFactor::factor)
				.containsExactly(SignInFactor.PASSWORD, SignInFactor.DEVICE);
			assertThat(completed.newDevice()).isNull();
			assertThat(this.accounts.getUser(completed.tokens().accessToken()).username()).isEqualTo("alice");
		});
	}

	@Test
	void respondWhenPasswordWasChosenThenTheDeviceStandsForTheSecondFactor() {
		RememberedDevice device = remember(ALICE).device();
		SignInChallenge.SelectChallenge select = (SignInChallenge.SelectChallenge) this.accounts
			.authenticate(SignInRequest.forUser(ALICE).withFlow(SignInFlow.USER_AUTH).withDevice(device));
		SignInChallenge.Password password = (SignInChallenge.Password) this.accounts.respond(select.choose("PASSWORD"));

		SignIn signIn = this.accounts.respond(password.answer(TestPerson.PASSWORD));

		assertThat(signIn).isInstanceOfSatisfying(SignIn.Completed.class,
				(completed) -> assertThat(completed.factors()).extracting(ProvenFactor::factor)
					.containsExactly(SignInFactor.PASSWORD, SignInFactor.DEVICE));
	}

	@Test
	void respondWhenDeviceIsForgottenMeanwhileThenOverAndTheNextSignInIsAsWithoutIt() {
		ConfirmedDevice confirmed = remember(ALICE);
		String accessToken = accessToken(ALICE);
		String deviceKey = confirmed.device().deviceKey();
		this.accounts.updateDeviceStatus(accessToken, deviceKey, DeviceRememberedStatus.NOT_REMEMBERED);
		SignInChallenge.EmailOtp challenge = (SignInChallenge.EmailOtp) this.accounts
			.authenticate(request(SignInFlow.USER_SRP_AUTH, confirmed.device()));
		this.accounts.forgetDevice(accessToken, deviceKey);

		String code = this.cognito.lastMessage("alice").orElseThrow().code();
		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.respond(challenge.answer(code)));

		assertThat(ex.error()).isEqualTo(CognitoError.SESSION_EXPIRED);
		assertAsWithoutDevice(SignInFlow.USER_SRP_AUTH, confirmed.device());
	}

	@Test
	void confirmDeviceWhenItWasNotOfferedThenRefused() {
		SignIn.Completed completed = signIn(ALICE);

		CognitoException ex = catchThrowableOfType(CognitoException.class,
				() -> this.accounts.confirmDevice(completed.tokens().accessToken(),
						new NewDevice(UNKNOWN.deviceKey(), UNKNOWN.deviceGroupKey()), null));

		assertThat(ex.error()).isEqualTo(CognitoError.RESOURCE_NOT_FOUND);
	}

	@Test
	void listDevicesWhenPoolTracksNoneThenRefused() {
		try (EmbeddedCognito without = EmbeddedCognito.start();
				CognitoAccountManager accounts = TestAccounts.builder(without).build()) {
			without.addUser(TestPerson.named("alice").build());
			SignIn.Completed completed = (SignIn.Completed) accounts.authenticate("alice", TestPerson.PASSWORD);

			CognitoException ex = catchThrowableOfType(CognitoException.class,
					() -> accounts.listDevices(completed.tokens().accessToken()));

			assertThat(completed.newDevice()).isNull();
			assertThat(ex.error()).isEqualTo(CognitoError.INVALID_USER_POOL_CONFIGURATION);
		}
	}

	@Test
	void confirmDeviceWhenPoolAsksUsersThenItIsRememberedWhenTheySaySo() {
		try (EmbeddedCognito asking = TestPools.builder(this.clock).deviceConfiguration(true, true).start();
				CognitoAccountManager accounts = TestAccounts.builder(asking).clock(this.clock).build()) {
			asking.addUser(TestPerson.named("alice").build());
			SignIn.Completed completed = (SignIn.Completed) accounts.authenticate("alice", TestPerson.PASSWORD);
			String accessToken = completed.tokens().accessToken();

			ConfirmedDevice confirmed = accounts.confirmDevice(accessToken, completed.newDevice(), null);
			assertThat(confirmed.userConfirmationNecessary()).isTrue();
			accounts.updateDeviceStatus(accessToken, confirmed.device().deviceKey(), DeviceRememberedStatus.REMEMBERED);

			SignIn signIn = accounts
				.authenticate(SignInRequest.withPassword("alice", TestPerson.PASSWORD).withDevice(confirmed.device()));
			assertThat(((SignIn.Completed) signIn).factors()).extracting(ProvenFactor::factor)
				.containsExactly(SignInFactor.PASSWORD, SignInFactor.DEVICE);
		}
	}

	@Test
	void listDevicesThenAllOfTheUser() {
		ConfirmedDevice first = remember(ALICE);
		ConfirmedDevice second = remember(ALICE);

		List<CognitoDevice> devices = this.accounts.listDevices(accessToken(ALICE));

		assertThat(first.userConfirmationNecessary()).isFalse();
		assertThat(first.device().deviceSecret()).isNotEqualTo(second.device().deviceSecret());
		assertThat(devices).extracting(CognitoDevice::deviceKey)
			.containsExactlyInAnyOrder(first.device().deviceKey(), second.device().deviceKey());
		assertThat(devices).extracting(CognitoDevice::attributes)
			.allSatisfy((attributes) -> assertThat(attributes).contains(Map.entry("device_name", "my laptop")));
	}

	private void assertAsWithoutDevice(SignInFlow flow, RememberedDevice device) {
		SignIn signIn = this.accounts.authenticate(request(flow, device));

		assertThat(signIn).isInstanceOfSatisfying(SignInChallenge.EmailOtp.class, (challenge) -> {
			assertThat(challenge.progress().device()).isNull();
			SignIn.Completed completed = answer(challenge);
			assertThat(completed.factors()).extracting(ProvenFactor::factor)
				.containsExactly(SignInFactor.PASSWORD, SignInFactor.EMAIL_OTP);
			if (flow != SignInFlow.ADMIN_USER_PASSWORD_AUTH) {
				assertThat(completed.newDevice()).isNotNull();
			}
		});
	}

	private ConfirmedDevice remember(String username) {
		SignIn.Completed completed = signIn(username);
		return this.accounts.confirmDevice(completed.tokens().accessToken(), completed.newDevice(), "my laptop");
	}

	private String accessToken(String username) {
		return signIn(username).tokens().accessToken();
	}

	private SignIn.Completed signIn(String username) {
		return answer((SignInChallenge.EmailOtp) this.accounts.authenticate(username, TestPerson.PASSWORD));
	}

	private SignIn.Completed answer(SignInChallenge.EmailOtp challenge) {
		String code = this.cognito.lastMessage(challenge.username()).orElseThrow().code();
		return (SignIn.Completed) this.accounts.respond(challenge.answer(code));
	}

	private static SignInRequest request(SignInFlow flow, RememberedDevice device) {
		return SignInRequest.withPassword(ALICE, TestPerson.PASSWORD).withFlow(flow).withDevice(device);
	}

	private static EmbeddedUser user(String username) {
		return TestPerson.named(username).mfa("EMAIL_OTP").build();
	}

}
