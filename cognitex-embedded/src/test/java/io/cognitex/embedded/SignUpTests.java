package io.cognitex.embedded;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class SignUpTests {

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.customAttributes("tier"));

	@Test
	void signUpWhenUsernameIsTakenThenRefused() {
		this.pool.addAlice();

		assertRefused(() -> this.pool.signUp("alice"), "UsernameExistsException", "User already exists");
	}

	@Test
	void signUpWhenUsernameDiffersInCaseOnlyThenRefused() {
		this.pool.addAlice();

		assertRefused(() -> this.pool.signUp("ALICE"), "UsernameExistsException", "User already exists");
	}

	@Test
	void signUpWhenPoolIsCaseSensitiveThenCaseMatters() {
		try (TestPool pool = TestPool.start((builder) -> builder.caseSensitive(true))) {
			pool.addAlice();

			SignUpResponse response = pool.signUp("ALICE");

			assertThat(response.userSub()).isNotEmpty();
		}
	}

	@Test
	void signUpWhenClientIsUnknownThenRefused() {
		assertRefused(
				() -> this.pool.client
					.signUp((request) -> request.clientId("unknown").username("bob").password(TestPool.PASSWORD)),
				"ResourceNotFoundException", "User pool client unknown does not exist.");
	}

	@ParameterizedTest
	@CsvSource({ "Sh0rt!a, Password not long enough", "passw0rd!, Password must have uppercase characters",
			"PASSW0RD!, Password must have lowercase characters", "Password!, Password must have numeric characters",
			"Passw0rdd, Password must have symbol characters" })
	void signUpWhenPasswordIsWeakThenRefused(String password, String rule) {
		assertRefused(
				() -> this.pool.client
					.signUp((request) -> request.clientId(this.pool.clientId()).username("bob").password(password)),
				"InvalidPasswordException", "Password did not conform with policy: " + rule);
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void signUpWhenThereIsNoPasswordThenRefused() {
		assertRefused(
				() -> this.pool.client.signUp((request) -> request.clientId(this.pool.clientId()).username("bob")),
				"InvalidPasswordException", "Password did not conform with policy: Password not long enough");
	}

	@Test
	void signUpWhenEmailIsMalformedThenRefused() {
		assertInvalidParameter(() -> this.pool.signUp("bob", "email", "bob"), "Invalid email address format.");
		assertInvalidParameter(() -> this.pool.signUp("bob", "email", "b@o@b"), "Invalid email address format.");
	}

	@Test
	void signUpWhenPhoneNumberIsMalformedThenRefused() {
		assertInvalidParameter(() -> this.pool.signUp("bob", "phone_number", "0301234"),
				"Invalid phone number format.");
	}

	@Test
	void signUpWhenAttributeIsUnknownThenRefused() {
		assertInvalidParameter(() -> this.pool.signUp("bob", "custom:plan", "gold"),
				"Attributes did not conform to the schema: custom:plan: Attribute does not exist in the schema.");
	}

	@Test
	void signUpWhenAttributeIsNotWritableThenRefused() {
		assertNotAuthorized(() -> this.pool.signUp("bob", "email_verified", "true"),
				"A client attempted to write unauthorized attribute");
		assertInvalidParameter(() -> this.pool.signUp("bob", "sub", "1"),
				"Cannot modify the non-mutable attribute sub");
		try (TestPool pool = TestPool.start((builder) -> builder.writeAttributes("name"))) {
			assertNotAuthorized(() -> pool.signUp("bob", "email", "bob@example.com"),
					"A client attempted to write unauthorized attribute");
		}
	}

	@Test
	void signUpWhenAttributeHasNoValueThenRefused() {
		assertInvalidParameter(() -> this.pool.signUp("bob", "name", null),
				"Attribute value for name must not be null");
	}

	@Test
	void signUpWhenRequiredAttributesAreMissingThenAllAreNamed() {
		try (TestPool pool = TestPool.start((builder) -> builder.requiredAttributes("name", "email"))) {
			assertInvalidParameter(() -> pool.signUp("bob"), "Attributes did not conform to the schema: "
					+ "email: The attribute is required name: The attribute is required");
			assertThat(pool.signUp("bob", "email", "bob@example.com", "name", "Bob").userSub()).isNotEmpty();
		}
	}

	@Test
	void signUpWhenOnlyAdministratorsCreateUsersThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.allowAdminCreateUserOnly(true))) {
			assertNotAuthorized(() -> pool.signUp("bob"), "SignUp is not permitted for this user pool");
		}
	}

	@Test
	void signUpWhenAllIsWellThenCodeIsSent() {
		SignUpResponse response = this.pool.signUp("bob", "email", "bob@example.com", "custom:tier", "gold");

		assertThat(response.userConfirmed()).isFalse();
		assertThat(response.userSub()).hasSize(36);
		assertThat(response.codeDeliveryDetails().destination()).isEqualTo("b***@e***");
		assertThat(response.codeDeliveryDetails().deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
		assertThat(response.codeDeliveryDetails().attributeName()).isEqualTo("email");
		assertThat(this.pool.cognito.messages()).singleElement().satisfies((message) -> {
			assertThat(message.userPoolId()).isEqualTo(this.pool.cognito.userPoolId());
			assertThat(message.username()).isEqualTo("bob");
			assertThat(message.purpose()).isEqualTo(SentMessage.Purpose.SIGN_UP);
			assertThat(message.medium()).isEqualTo(SentMessage.Medium.EMAIL);
			assertThat(message.destination()).isEqualTo("bob@example.com");
			assertThat(message.code()).matches("[0-9]{6}");
			assertThat(message).hasToString(
					"SentMessage[username=bob, purpose=SIGN_UP, medium=EMAIL, sentAt=" + message.sentAt() + "]");
		});
	}

	@Test
	void signUpWhenThereIsNothingToVerifyThenNoCodeIsSent() {
		SignUpResponse response = this.pool.signUp("bob");

		assertThat(response.codeDeliveryDetails()).isNull();
		assertThat(this.pool.cognito.messages()).isEmpty();
	}

	@Test
	void signUpWhenPhoneAndEmailAreVerifiedThenCodeGoesToPhone() {
		try (TestPool pool = TestPool.start((builder) -> builder.autoVerifiedAttributes("email", "phone_number"))) {
			SignUpResponse response = pool.signUp("bob", "email", "bob@example.com", "phone_number", "+4930123459934");

			assertThat(response.codeDeliveryDetails().destination()).isEqualTo("+*******9934");
			assertThat(response.codeDeliveryDetails().deliveryMedium()).isEqualTo(DeliveryMediumType.SMS);
		}
	}

}
