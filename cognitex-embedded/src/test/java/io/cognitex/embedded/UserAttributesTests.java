package io.cognitex.embedded;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;

import static io.cognitex.embedded.Refusals.CODE_EXPIRED;
import static io.cognitex.embedded.Refusals.CODE_MISMATCH;
import static io.cognitex.embedded.Refusals.LIMIT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * UpdateUserAttributes, GetUserAttributeVerificationCode and VerifyUserAttribute.
 */
class UserAttributesTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool
		.start((builder) -> builder.clock(this.clock).requiredAttributes("email").customAttributes("tier"));

	private final String token;

	UserAttributesTests() {
		this.pool.addAlice();
		this.token = this.pool.accessToken("alice");
	}

	@Test
	void updateWhenAttributeCannotBeSetThenRefused() {
		assertInvalidParameter(() -> update("sub", "1"), "Cannot modify the non-mutable attribute sub");
		assertNotAuthorized(() -> update("email_verified", "true"),
				"A client attempted to write unauthorized attribute");
		assertInvalidParameter(() -> update("custom:plan", "gold"),
				"Attributes did not conform to the schema: custom:plan: Attribute does not exist in the schema.");
		assertInvalidParameter(() -> update("picture", null), "Attribute value for picture must not be null");
		assertInvalidParameter(() -> update("email", "alice"), "Invalid email address format.");
		assertInvalidParameter(() -> update("phone_number", "1234"), "Invalid phone number format.");
		assertInvalidParameter(() -> update("email", ""),
				"Invalid user attributes: email: Required attribute cannot be deleted.");
	}

	@Test
	void updateWhenOneOfSeveralIsRefusedThenNoneIsSet() {
		assertInvalidParameter(() -> update("name", "Alice", "email", "alice"), "Invalid email address format.");

		assertThat(this.pool.attributesOf(this.token)).doesNotContainKey("name");
	}

	@Test
	void updateWhenNothingHasToBeVerifiedThenNoCodes() {
		List<CodeDeliveryDetailsType> deliveries = update("name", "Alice", "custom:tier", "gold", "email",
				"alice@example.com");

		assertThat(deliveries).isEmpty();
		assertThat(this.pool.attributesOf(this.token)).containsEntry("name", "Alice")
			.containsEntry("custom:tier", "gold")
			.containsEntry("email_verified", "true");
	}

	@Test
	void updateWhenValueIsBlankThenAttributeIsDeleted() {
		update("name", "Alice", "phone_number", "+4930123459934");

		update("name", "", "phone_number", "");

		assertThat(this.pool.attributesOf(this.token)).containsOnlyKeys("sub", "email", "email_verified");
	}

	@Test
	void updateWhenEmailIsChangedThenItHasToBeVerified() {
		List<CodeDeliveryDetailsType> deliveries = update("email", "new@example.org");

		assertThat(deliveries).singleElement().extracting(CodeDeliveryDetailsType::destination).isEqualTo("n***@e***");
		assertThat(this.pool.attributesOf(this.token)).containsEntry("email", "new@example.org")
			.containsEntry("email_verified", "false");
		assertThat(this.pool.cognito.lastMessage("alice").orElseThrow().purpose())
			.isEqualTo(SentMessage.Purpose.UPDATE_USER_ATTRIBUTE);

		verify("email", this.pool.lastCode("alice"));
		assertThat(this.pool.attributesOf(this.token)).containsEntry("email_verified", "true");
	}

	@Test
	void updateWhenEmailIsChangedAgainThenOldCodeIsWorthless() {
		update("email", "new@example.org");
		String code = this.pool.lastCode("alice");
		update("email", "newer@example.org");
		String newer = this.pool.lastCode("alice");

		if (!code.equals(newer)) {
			assertRefused(() -> verify("email", code), "CodeMismatchException", CODE_MISMATCH);
		}
		verify("email", newer);
		assertThat(this.pool.attributesOf(this.token)).containsEntry("email", "newer@example.org")
			.containsEntry("email_verified", "true");
	}

	@Test
	void updateWhenVerificationComesBeforeUpdateThenOldValueStaysUntilThen() {
		try (TestPool pool = TestPool.start(
				(builder) -> builder.usernameAttributes("email").attributesRequireVerificationBeforeUpdate("email"))) {
			pool.cognito.addUser(EmbeddedUser.named("alice@example.com").password(TestPool.PASSWORD).build());
			String token = pool.accessToken("alice@example.com");

			pool.updateAttributes(token, "email", "new@example.org");

			assertThat(pool.attributesOf(token)).containsEntry("email", "alice@example.com")
				.containsEntry("email_verified", "true");
			assertThat(pool.cognito.messages()).first()
				.extracting(SentMessage::destination)
				.isEqualTo("new@example.org");
			pool.client.verifyUserAttribute((request) -> request.accessToken(token)
				.attributeName("email")
				.code(pool.lastCode("alice@example.com")));
			assertThat(pool.attributesOf(pool.accessToken("new@example.org"))).containsEntry("email",
					"new@example.org");
			assertNotAuthorized(() -> pool.signIn("alice@example.com"), Refusals.INCORRECT);
		}
	}

	@Test
	void updateWhenOldValueIsWantedAfterAllThenPendingOneIsForgotten() {
		try (TestPool pool = TestPool.start((builder) -> builder.attributesRequireVerificationBeforeUpdate("email"))) {
			pool.addAlice();
			String token = pool.accessToken("alice");
			pool.updateAttributes(token, "email", "new@example.org");
			String code = pool.lastCode("alice");

			pool.updateAttributes(token, "email", "alice@example.com");

			assertRefused(
					() -> pool.client
						.verifyUserAttribute((request) -> request.accessToken(token).attributeName("email").code(code)),
					"ExpiredCodeException", CODE_EXPIRED);
			assertThat(pool.attributesOf(token)).containsEntry("email", "alice@example.com")
				.containsEntry("email_verified", "true");
		}
	}

	@Test
	void updateWhenEmailIsAnothersSignInNameThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes("email"))) {
			pool.cognito.addUser(EmbeddedUser.named("alice@example.com").password(TestPool.PASSWORD).build());
			pool.cognito.addUser(EmbeddedUser.named("bob@example.com").password(TestPool.PASSWORD).build());
			String token = pool.accessToken("bob@example.com");

			assertRefused(() -> pool.updateAttributes(token, "email", "ALICE@example.com"), "AliasExistsException",
					"An account with the given email already exists.");
			assertThat(pool.attributesOf(token)).containsEntry("email", "bob@example.com")
				.containsEntry("email_verified", "true");
		}
	}

	@Test
	void requestCodeWhenAttributeCannotBeVerifiedThenRefused() {
		String text = "Invalid attribute name. Only phone_number and email can be verified.";

		assertInvalidParameter(() -> requestCode("name"), text);
		assertInvalidParameter(() -> verify("name", "123456"), text);
		assertInvalidParameter(() -> requestCode("phone_number"), "User has no phone_number attribute.");
	}

	@Test
	void requestCodeWhenAskedTooOftenThenLimited() {
		for (int i = 0; i < 5; i++) {
			assertThat(requestCode("email").destination()).isEqualTo("a***@e***");
		}

		assertRefused(() -> requestCode("email"), "LimitExceededException", LIMIT);
		assertThat(this.pool.cognito.messages()).hasSize(5);
	}

	@Test
	void verifyWhenCodeIsWrongExpiredOrMissingThenRefused() {
		assertRefused(() -> verify("email", "123456"), "ExpiredCodeException", CODE_EXPIRED);
		requestCode("email");
		String code = this.pool.lastCode("alice");
		assertRefused(() -> verify("email", TestPool.wrong(code)), "CodeMismatchException", CODE_MISMATCH);
		assertRefused(() -> verify("phone_number", code), "ExpiredCodeException", CODE_EXPIRED);
		this.clock.advance(Duration.ofHours(24));
		String token = this.pool.accessToken("alice");

		assertRefused(
				() -> this.pool.client
					.verifyUserAttribute((request) -> request.accessToken(token).attributeName("email").code(code)),
				"ExpiredCodeException", CODE_EXPIRED);
	}

	@Test
	void verifyWhenTriedTooOftenThenLimited() {
		requestCode("email");
		String code = this.pool.lastCode("alice");
		for (int i = 0; i < 15; i++) {
			assertRefused(() -> verify("email", TestPool.wrong(code)), "CodeMismatchException", CODE_MISMATCH);
		}

		assertRefused(() -> verify("email", code), "LimitExceededException", LIMIT);
	}

	private List<CodeDeliveryDetailsType> update(String... namesAndValues) {
		return this.pool.client
			.updateUserAttributes(
					(request) -> request.accessToken(this.token).userAttributes(TestPool.attributes(namesAndValues)))
			.codeDeliveryDetailsList();
	}

	private CodeDeliveryDetailsType requestCode(String attribute) {
		return this.pool.client
			.getUserAttributeVerificationCode((request) -> request.accessToken(this.token).attributeName(attribute))
			.codeDeliveryDetails();
	}

	private void verify(String attribute, String code) {
		this.pool.client
			.verifyUserAttribute((request) -> request.accessToken(this.token).attributeName(attribute).code(code));
	}

}
