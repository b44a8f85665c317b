package io.cognitex.embedded;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResendConfirmationCodeResponse;

import static io.cognitex.embedded.Refusals.CODE_EXPIRED;
import static io.cognitex.embedded.Refusals.CODE_MISMATCH;
import static io.cognitex.embedded.Refusals.LIMIT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * ConfirmSignUp and ResendConfirmationCode.
 */
class ConfirmSignUpTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	@AutoClose
	private final TestPool legacy = TestPool
		.start((builder) -> builder.clock(this.clock).preventUserExistenceErrors("LEGACY"));

	@Test
	void confirmWhenCodeIsWrongThenRefusedAndStillUsable() {
		signUpBob();
		String code = this.pool.lastCode("bob");

		assertRefused(() -> this.pool.confirmSignUp("bob", TestPool.wrong(code)), "CodeMismatchException",
				CODE_MISMATCH);

		this.pool.confirmSignUp("bob", code);
		assertThat(this.pool.attributesOf(this.pool.accessToken("bob"))).containsEntry("email_verified", "true");
	}

	@Test
	void confirmWhenCodeIsADayOldThenRefused() {
		signUpBob();
		String code = this.pool.lastCode("bob");
		this.clock.advance(Duration.ofHours(24));

		assertRefused(() -> this.pool.confirmSignUp("bob", code), "ExpiredCodeException", CODE_EXPIRED);
	}

	@Test
	void confirmWhenNoCodeWasSentThenRefused() {
		this.pool.signUp("bob");

		assertRefused(() -> this.pool.confirmSignUp("bob", "123456"), "ExpiredCodeException", CODE_EXPIRED);
	}

	@Test
	void confirmWhenCodeWasReplacedThenOnlyNewOneCounts() {
		signUpBob();
		String first = this.pool.lastCode("bob");
		String second = resendUntilDifferent(first);

		assertRefused(() -> this.pool.confirmSignUp("bob", first), "ExpiredCodeException", CODE_EXPIRED);

		this.pool.confirmSignUp("bob", second);
		assertThat(this.pool.signIn("bob").accessToken()).isNotEmpty();
	}

	@Test
	void confirmWhenAlreadyConfirmedThenRefused() {
		signUpBob();
		String code = this.pool.lastCode("bob");
		this.pool.confirmSignUp("bob", code);

		assertNotAuthorized(() -> this.pool.confirmSignUp("bob", code),
				"User cannot be confirmed. Current status is CONFIRMED");
	}

	@Test
	void confirmWhenUserIsUnknownThenAnsweredAsClientAsks() {
		assertRefused(() -> this.pool.confirmSignUp("nobody", "123456"), "CodeMismatchException", CODE_MISMATCH);
		assertRefused(() -> this.legacy.confirmSignUp("nobody", "123456"), "UserNotFoundException",
				"User does not exist.");
	}

	@Test
	void confirmWhenTriedTooOftenThenLimited() {
		signUpBob();
		String code = this.pool.lastCode("bob");
		for (int i = 0; i < 15; i++) {
			assertRefused(() -> this.pool.confirmSignUp("bob", TestPool.wrong(code)), "CodeMismatchException",
					CODE_MISMATCH);
		}

		assertRefused(() -> this.pool.confirmSignUp("bob", code), "LimitExceededException", LIMIT);

		this.clock.advance(Duration.ofHours(1));
		this.pool.confirmSignUp("bob", code);
		assertThat(this.pool.signIn("bob").accessToken()).isNotEmpty();
	}

	@Test
	void resendWhenUserIsConfirmedOrUnknownThenAnsweredAsClientAsks() {
		this.pool.addAlice();
		this.legacy.addAlice();

		assertInvalidParameter(() -> resend(this.legacy, "alice"), "User is already confirmed.");
		assertRefused(() -> resend(this.legacy, "nobody"), "UserNotFoundException",
				"Username/client id combination not found.");
		assertThat(resend(this.pool, "alice").codeDeliveryDetails().destination()).matches("[a-z]\\*{3}@[a-z]\\*{3}");
		assertThat(resend(this.pool, "nobody").codeDeliveryDetails())
			.isEqualTo(resend(this.pool, "NOBODY").codeDeliveryDetails());
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void resendWhenNothingIsVerifiedAutomaticallyThenRefused() {
		try (TestPool pool = TestPool.start(EmbeddedCognitoBuilder::autoVerifiedAttributes)) {
			pool.signUp("bob", "email", "bob@example.com");

			assertInvalidParameter(() -> resend(pool, "bob"), "Cannot resend codes. Auto verification not turned on.");
		}
	}

	@Test
	void resendWhenAskedTooOftenThenLimited() {
		signUpBob();
		for (int i = 0; i < 5; i++) {
			assertThat(resend(this.pool, "bob").codeDeliveryDetails().destination()).isEqualTo("b***@e***");
		}

		assertRefused(() -> resend(this.pool, "bob"), "LimitExceededException", LIMIT);
	}

	@Test
	void confirmWhenAliasBelongsToAnotherThenRefusedUnlessForced() {
		try (TestPool pool = TestPool.start((builder) -> builder.aliasAttributes("email"))) {
			pool.addAlice();
			pool.signUp("bob", "email", "alice@example.com");
			String code = pool.cognito.lastMessage("bob").orElseThrow().code();

			assertRefused(() -> pool.confirmSignUp("bob", code), "AliasExistsException",
					"An account with the given email already exists.");

			pool.client.confirmSignUp((request) -> request.clientId(pool.clientId())
				.username("bob")
				.confirmationCode(code)
				.forceAliasCreation(true));
			assertThat(pool.attributesOf(pool.accessToken("alice@example.com"))).containsEntry("email_verified",
					"true");
			assertThat(pool.attributesOf(pool.accessToken("alice"))).containsEntry("email_verified", "false");
		}
	}

	private void signUpBob() {
		this.pool.signUp("bob", "email", "bob@example.com");
	}

	private String resendUntilDifferent(String code) {
		do {
			resend(this.pool, "bob");
		}
		while (this.pool.lastCode("bob").equals(code));
		return this.pool.lastCode("bob");
	}

	private static ResendConfirmationCodeResponse resend(TestPool pool, String username) {
		return pool.client.resendConfirmationCode((request) -> request.clientId(pool.clientId()).username(username));
	}

}
