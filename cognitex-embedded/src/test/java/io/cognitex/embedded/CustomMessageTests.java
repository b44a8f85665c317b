package io.cognitex.embedded;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import io.cognitex.embedded.trigger.TriggerEvent;
import io.cognitex.embedded.trigger.TriggerType;

import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The trigger that writes messages.
 */
class CustomMessageTests {

	private final List<TriggerEvent> events = new CopyOnWriteArrayList<>();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.mfa("OPTIONAL", "EMAIL_OTP", "SMS_MFA")
		.trigger(TriggerType.CUSTOM_MESSAGE, (event) -> {
			this.events.add(event);
			String code = (String) event.request().get("codeParameter");
			event.respond("emailSubject", "For you");
			event.respond("emailMessage", "{username}, your code: " + code);
			event.respond("smsMessage", "Code " + code);
		}));

	@AutoClose
	private final CognitoIdentityProviderClient iam = TestClients.iam(this.pool.cognito);

	@Test
	void sendWhenTriggerRefusesThenNothingIsSentAndTheLastCodeStaysGood() {
		try (TestPool pool = TestPool.start((builder) -> builder.trigger(TriggerType.CUSTOM_MESSAGE, (event) -> {
			if (!"CustomMessage_SignUp".equals(event.triggerSource())) {
				throw new IllegalStateException("no paper");
			}
		}))) {
			pool.signUp("alice", "email", "alice@example.com");
			String code = pool.lastCode("alice");

			assertRefused(
					() -> pool.client
						.resendConfirmationCode((request) -> request.clientId(pool.clientId()).username("alice")),
					"UserLambdaValidationException", "CustomMessage failed with error no paper.");
			assertThat(pool.cognito.messages()).hasSize(1);
			pool.confirmSignUp("alice", code);
			assertThat(pool.accessToken("alice")).isNotEmpty();
		}
	}

	@Test
	void sendWhenAnswerIsOfTheWrongKindThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.trigger(TriggerType.CUSTOM_MESSAGE,
				(event) -> event.respond("emailMessage", 42)))) {
			assertRefused(() -> pool.signUp("alice", "email", "alice@example.com"), "InvalidLambdaResponseException",
					"Invalid lambda function output : Invalid JSON");
		}
	}

	@Test
	void sendWhenTextHasNoPlaceForTheCodeThenItDoesNotCount() {
		try (TestPool pool = TestPool.start((builder) -> builder.trigger(TriggerType.CUSTOM_MESSAGE,
				(event) -> event.respond("emailMessage", "Welcome!")))) {
			pool.signUp("alice", "email", "alice@example.com");

			assertThat(pool.cognito.lastMessage("alice").orElseThrow().text()).isNull();
		}
	}

	@Test
	void sendWhenUsersHelpThemselvesThenSourcesAndTextsWithTheCode() {
		this.pool.signUp("alice", "email", "alice@example.com");
		this.pool.client.resendConfirmationCode((request) -> request.clientId(this.pool.clientId())
			.username("alice")
			.clientMetadata(Map.of("language", "fr")));
		SentMessage resent = this.pool.cognito.lastMessage("alice").orElseThrow();
		this.pool.confirmSignUp("alice", resent.code());
		String accessToken = this.pool.accessToken("alice");
		this.pool.client
			.getUserAttributeVerificationCode((request) -> request.accessToken(accessToken).attributeName("email"));
		this.pool.updateAttributes(accessToken, "email", "alice@example.org");
		this.pool.client.verifyUserAttribute(
				(request) -> request.accessToken(accessToken).attributeName("email").code(this.pool.lastCode("alice")));
		this.pool.client.forgotPassword((request) -> request.clientId(this.pool.clientId()).username("alice"));

		assertThat(this.events).extracting(TriggerEvent::triggerSource)
			.containsExactly("CustomMessage_SignUp", "CustomMessage_ResendCode", "CustomMessage_VerifyUserAttribute",
					"CustomMessage_UpdateUserAttribute", "CustomMessage_ForgotPassword");
		assertThat(this.events).allSatisfy((event) -> {
			assertThat(event.clientId()).isEqualTo(this.pool.clientId());
			assertThat(event.userName()).isEqualTo("alice");
			assertThat(event.userAttributes()).containsKey("email");
			assertThat(event.request()).containsEntry("codeParameter", "{####}").doesNotContainValue(resent.code());
		});
		assertThat(this.events.get(1).clientMetadata()).containsEntry("language", "fr");
		assertThat(resent.subject()).isEqualTo("For you");
		assertThat(resent.text()).isEqualTo("alice, your code: " + resent.code());
	}

	@Test
	void sendWhenCodeIsASecondFactorThenAuthentication() {
		this.pool.cognito.addUser(TestUsers.alice().attribute("phone_number", "+15555550123").mfa("SMS_MFA").build());
		this.pool.signIn("alice", TestPool.PASSWORD);
		SentMessage message = this.pool.cognito.lastMessage("alice").orElseThrow();

		assertThat(this.events).extracting(TriggerEvent::triggerSource).containsExactly("CustomMessage_Authentication");
		assertThat(message.subject()).isNull();
		assertThat(message.text()).isEqualTo("Code " + message.code());
	}

	@Test
	void sendWhenAdministratorActsThenNoClient() {
		String userPoolId = this.pool.cognito.userPoolId();
		this.iam.adminCreateUser((request) -> request.userPoolId(userPoolId)
			.username("bob")
			.userAttributes(TestPool.attributes("email", "bob@example.com")));
		SentMessage invitation = this.pool.cognito.lastMessage("bob").orElseThrow();
		this.pool.addAlice();
		this.iam.adminResetUserPassword((request) -> request.userPoolId(userPoolId).username("alice"));
		this.iam.adminUpdateUserAttributes((request) -> request.userPoolId(userPoolId)
			.username("alice")
			.userAttributes(TestPool.attributes("email", "alice@example.org")));

		assertThat(this.events).extracting(TriggerEvent::triggerSource)
			.containsExactly("CustomMessage_AdminCreateUser", "CustomMessage_ForgotPassword",
					"CustomMessage_UpdateUserAttribute");
		assertThat(this.events).extracting(TriggerEvent::clientId).containsOnly("CLIENT_ID_NOT_APPLICABLE");
		assertThat(this.events.get(0).request()).containsEntry("usernameParameter", "{username}");
		assertThat(invitation.text()).isEqualTo("bob, your code: " + invitation.code());
	}

}
