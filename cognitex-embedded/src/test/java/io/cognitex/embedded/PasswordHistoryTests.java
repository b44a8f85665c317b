package io.cognitex.embedded;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordHistoryTests {

	private static final String THIRD_PASSWORD = "Th1rd-Password";

	private final TestPool pool = TestPool.start((builder) -> builder.passwordHistorySize(2));

	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@AfterEach
	void close() {
		this.iam.close();
		this.pool.close();
	}

	@Test
	void changePasswordWhenPasswordIsTheSameThenRefused() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");

		assertRefused(() -> change(accessToken, TestPool.PASSWORD, TestPool.PASSWORD));
	}

	@Test
	void changePasswordWhenPasswordIsOneOfTheLastThenRefusedUntilItIsOlder() {
		this.pool.addAlice();
		String accessToken = this.pool.accessToken("alice");
		change(accessToken, TestPool.PASSWORD, TestPool.OTHER_PASSWORD);

		assertRefused(() -> change(accessToken, TestPool.OTHER_PASSWORD, TestPool.PASSWORD));

		change(accessToken, TestPool.OTHER_PASSWORD, THIRD_PASSWORD);
		change(accessToken, THIRD_PASSWORD, TestPool.PASSWORD);
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void confirmForgotPasswordWhenPasswordIsOneOfTheLastThenRefusedAndTheCodeStays() {
		this.pool.addAlice();
		this.pool.client.forgotPassword((r) -> r.clientId(this.pool.clientId()).username("alice"));
		String code = this.pool.lastCode("alice");

		assertRefused(() -> confirm(code, TestPool.PASSWORD));

		confirm(code, TestPool.OTHER_PASSWORD);
		assertThat(this.pool.signIn("alice", TestPool.OTHER_PASSWORD).authenticationResult()).isNotNull();
	}

	@Test
	void adminSetUserPasswordWhenPasswordIsOneOfTheLastThenRefused() {
		this.pool.addAlice();

		assertRefused(() -> this.iam.adminSetUserPassword((r) -> r.userPoolId(this.pool.cognito.userPoolId())
			.username("alice")
			.password(TestPool.PASSWORD)
			.permanent(true)));
	}

	private void change(String accessToken, String previous, String proposed) {
		this.pool.client
			.changePassword((r) -> r.accessToken(accessToken).previousPassword(previous).proposedPassword(proposed));
	}

	private void confirm(String code, String password) {
		this.pool.client.confirmForgotPassword(
				(r) -> r.clientId(this.pool.clientId()).username("alice").confirmationCode(code).password(password));
	}

	private static void assertRefused(ThrowingCallable call) {
		Refusals.assertRefused(call, "PasswordHistoryPolicyViolationException", "Password has previously been used");
	}

}
