package io.cognitex.embedded;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;

import static io.cognitex.embedded.Refusals.CODE_EXPIRED;
import static io.cognitex.embedded.Refusals.CODE_MISMATCH;
import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.LIMIT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * ChangePassword, ForgotPassword and ConfirmForgotPassword.
 */
class PasswordTests {

	private static final String NO_CHANNEL = "Cannot reset password for the user as there is no "
			+ "registered/verified email or phone_number";

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	@AutoClose
	private final TestPool legacy = TestPool
		.start((builder) -> builder.clock(this.clock).preventUserExistenceErrors("LEGACY"));

	@Test
	void changeWhenPreviousPasswordIsWrongOrMissingThenRefused() {
		this.pool.addAlice();
		String token = this.pool.accessToken("alice");

		assertNotAuthorized(() -> change(token, TestPool.OTHER_PASSWORD, TestPool.OTHER_PASSWORD), INCORRECT);
		assertNotAuthorized(() -> change(token, null, TestPool.OTHER_PASSWORD), INCORRECT);
	}

	@Test
	void changeWhenPasswordIsWeakThenRefused() {
		this.pool.addAlice();
		String token = this.pool.accessToken("alice");

		assertRefused(() -> change(token, TestPool.PASSWORD, "weak"), "InvalidPasswordException",
				"Password did not conform with policy: Password not long enough");
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();
	}

	@Test
	void changeWhenDoneTooOftenThenLimited() {
		this.pool.addAlice();
		String token = this.pool.accessToken("alice");
		for (int i = 0; i < 5; i++) {
			assertNotAuthorized(() -> change(token, TestPool.OTHER_PASSWORD, TestPool.OTHER_PASSWORD), INCORRECT);
		}

		assertRefused(() -> change(token, TestPool.PASSWORD, TestPool.OTHER_PASSWORD), "LimitExceededException", LIMIT);
	}

	@Test
	void changeWhenAllIsWellThenNewPasswordCountsAndTokensStayValid() {
		this.pool.addAlice();
		String token = this.pool.accessToken("alice");

		change(token, TestPool.PASSWORD, TestPool.OTHER_PASSWORD);

		assertNotAuthorized(() -> this.pool.signIn("alice", TestPool.PASSWORD), INCORRECT);
		assertNotAuthorized(() -> this.pool.srpSignIn("alice", TestPool.PASSWORD), INCORRECT);
		assertThat(this.pool.srpSignIn("alice", TestPool.OTHER_PASSWORD).authenticationResult()).isNotNull();
		assertThat(this.pool.attributesOf(token)).isNotEmpty();
	}

	@Test
	void forgotWhenUserIsUnknownThenAnsweredAsClientAsks() {
		assertRefused(() -> forgot(this.legacy, "nobody"), "UserNotFoundException",
				"Username/client id combination not found.");

		assertThat(forgot(this.pool, "nobody").destination()).matches("[a-z]\\*{3}@[a-z]\\*{3}");
		assertThat(forgot(this.pool, "nobody")).isEqualTo(forgot(this.pool, "Nobody"));
		assertThat(forgot(this.pool, "eve@example.com").destination()).isEqualTo("e***@e***");
		assertThat(forgot(this.pool, "+4930123459934").destination()).isEqualTo("+*******9934");
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void forgotWhenUserIsDisabledThenAnsweredAsClientAsks() {
		this.legacy.cognito.addUser(TestUsers.alice().enabled(false).build());
		this.pool.cognito.addUser(TestUsers.alice().enabled(false).build());

		assertNotAuthorized(() -> forgot(this.legacy, "alice"), "User is disabled.");
		assertThat(forgot(this.pool, "alice").deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void forgotWhenThereIsNoVerifiedAddressThenAnsweredAsClientAsks() {
		this.legacy.cognito.addUser(TestUsers.alice().emailVerified(false).build());
		this.legacy.cognito.addUser(EmbeddedUser.named("bob")
			.status(EmbeddedUser.Status.UNCONFIRMED)
			.attribute("email", "bob@example.com")
			.emailVerified(true)
			.build());
		this.pool.cognito.addUser(TestUsers.alice().emailVerified(false).build());

		assertInvalidParameter(() -> forgot(this.legacy, "alice"), NO_CHANNEL);
		assertInvalidParameter(() -> forgot(this.legacy, "bob"), NO_CHANNEL);
		assertThat(forgot(this.pool, "alice").deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void forgotWhenStateForbidsItThenRefused() {
		this.pool.cognito.addUser(TestUsers.alice().status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());

		assertNotAuthorized(() -> forgot(this.pool, "alice"), "User password cannot be reset in the current state.");
		try (TestPool pool = TestPool.start((builder) -> builder.accountRecovery("admin_only"))) {
			pool.addAlice();
			assertNotAuthorized(() -> forgot(pool, "alice"), "Contact administrator to reset password.");
		}
	}

	@Test
	void forgotWhenThereAreTwoAddressesThenPoolDecides() {
		EmbeddedUser both = TestUsers.alice().attribute("phone_number", "+4930123459934").build();
		try (TestPool emailFirst = TestPool
			.start((builder) -> builder.accountRecovery("verified_email", "verified_phone_number"))) {
			this.pool.cognito.addUser(both);
			emailFirst.cognito.addUser(both);

			assertThat(forgot(this.pool, "alice").destination()).isEqualTo("+*******9934");
			assertThat(forgot(emailFirst, "alice").destination()).isEqualTo("a***@e***");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "alice", "nobody" })
	void forgotWhenDoneTooOftenThenLimited(String username) {
		this.pool.addAlice();
		for (int i = 0; i < 20; i++) {
			forgot(this.pool, username);
		}

		assertRefused(() -> forgot(this.pool, username), "LimitExceededException", LIMIT);
		assertRefused(() -> confirm(this.pool, username, "123456", TestPool.OTHER_PASSWORD), "LimitExceededException",
				LIMIT);
	}

	@Test
	void confirmWhenUserIsUnknownOrDisabledThenAnsweredAsClientAsks() {
		this.pool.cognito.addUser(TestUsers.alice().enabled(false).build());
		this.legacy.cognito.addUser(TestUsers.alice().enabled(false).build());

		assertRefused(() -> confirm(this.pool, "nobody", "123456", TestPool.PASSWORD), "CodeMismatchException",
				CODE_MISMATCH);
		assertRefused(() -> confirm(this.pool, "alice", "123456", TestPool.PASSWORD), "CodeMismatchException",
				CODE_MISMATCH);
		assertRefused(() -> confirm(this.legacy, "nobody", "123456", TestPool.PASSWORD), "UserNotFoundException",
				"Username/client id combination not found.");
		assertNotAuthorized(() -> confirm(this.legacy, "alice", "123456", TestPool.PASSWORD), "User is disabled.");
	}

	@Test
	void confirmWhenNoCodeWasRequestedThenRefused() {
		this.pool.addAlice();

		assertRefused(() -> confirm(this.pool, "alice", "123456", TestPool.OTHER_PASSWORD), "ExpiredCodeException",
				CODE_EXPIRED);
	}

	@Test
	void confirmWhenCodeIsAnHourOldThenRefused() {
		this.pool.addAlice();
		forgot(this.pool, "alice");
		this.clock.advance(Duration.ofHours(1));

		assertRefused(() -> confirm(this.pool, "alice", this.pool.lastCode("alice"), TestPool.OTHER_PASSWORD),
				"ExpiredCodeException", CODE_EXPIRED);
	}

	@Test
	void confirmWhenCodeIsWrongOrPasswordWeakThenCodeStillUsableOnce() {
		this.pool.addAlice();
		forgot(this.pool, "alice");
		String code = this.pool.lastCode("alice");

		assertRefused(() -> confirm(this.pool, "alice", TestPool.wrong(code), TestPool.OTHER_PASSWORD),
				"CodeMismatchException", CODE_MISMATCH);
		assertRefused(() -> confirm(this.pool, "alice", code, "weak"), "InvalidPasswordException",
				"Password did not conform with policy: Password not long enough");
		assertThat(this.pool.signIn("alice").accessToken()).isNotEmpty();

		confirm(this.pool, "alice", code, TestPool.OTHER_PASSWORD);
		assertThat(this.pool.signIn("alice", TestPool.OTHER_PASSWORD).authenticationResult()).isNotNull();
		assertRefused(() -> confirm(this.pool, "alice", code, TestPool.PASSWORD), "ExpiredCodeException", CODE_EXPIRED);
	}

	@Test
	void confirmWhenResetWasRequiredThenUserCanSignInAgain() {
		this.pool.cognito.addUser(TestUsers.alice().status(EmbeddedUser.Status.RESET_REQUIRED).build());
		CodeDeliveryDetailsType delivery = forgot(this.pool, "alice");

		confirm(this.pool, "alice", this.pool.lastCode("alice"), TestPool.OTHER_PASSWORD);

		assertThat(delivery.destination()).isEqualTo("a***@e***");
		assertThat(delivery.attributeName()).isEqualTo("email");
		assertThat(this.pool.cognito.messages()).first()
			.extracting(SentMessage::purpose)
			.isEqualTo(SentMessage.Purpose.FORGOT_PASSWORD);
		assertThat(this.pool.signIn("alice", TestPool.OTHER_PASSWORD).authenticationResult()).isNotNull();
	}

	private void change(String token, String previous, String proposed) {
		this.pool.client.changePassword(
				(request) -> request.accessToken(token).previousPassword(previous).proposedPassword(proposed));
	}

	private static CodeDeliveryDetailsType forgot(TestPool pool, String username) {
		return pool.client.forgotPassword((request) -> request.clientId(pool.clientId()).username(username))
			.codeDeliveryDetails();
	}

	private static void confirm(TestPool pool, String username, String code, String password) {
		pool.client.confirmForgotPassword((request) -> request.clientId(pool.clientId())
			.username(username)
			.confirmationCode(code)
			.password(password));
	}

}
