package io.cognitex.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class NewPasswordRequiredTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool
		.start((builder) -> builder.clock(this.clock).requiredAttributes("email", "name"));

	private final String session;

	NewPasswordRequiredTests() {
		this.pool.cognito.addUser(TestUsers.alice().status(EmbeddedUser.Status.FORCE_CHANGE_PASSWORD).build());
		this.session = challenge().session();
	}

	@Test
	void respondWhenSessionIsForgedThenRefused() {
		String forged = this.session.substring(0, this.session.length() - 1) + (this.session.endsWith("A") ? "B" : "A");

		assertNotAuthorized(() -> respond(forged, Map.of()), "Invalid session for the user.");
		assertNotAuthorized(() -> respond(null, Map.of()), "Invalid session for the user.");
	}

	@Test
	void respondWhenSessionIsExpiredThenRefused() {
		this.clock.advance(Duration.ofMinutes(3));

		assertNotAuthorized(() -> respond(this.session, Map.of()), "Invalid session for the user, session is expired.");
	}

	@Test
	void respondWhenSessionWasUsedThenRefused() {
		respond(this.session, Map.of());

		assertNotAuthorized(() -> respond(this.session, Map.of()),
				"Invalid session for the user, session can only be used once.");
	}

	@Test
	void respondWhenSessionIsOfAnotherUserOrClientThenRefused() {
		this.pool.cognito.addUser(EmbeddedUser.named("bob").password(TestPool.PASSWORD).build());
		String otherClient = this.pool.cognito.addClient();

		assertNotAuthorized(() -> respond(this.session, Map.of("USERNAME", "bob")), "Invalid session for the user.");
		assertNotAuthorized(
				() -> this.pool.client.respondToAuthChallenge((request) -> request.clientId(otherClient)
					.challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
					.session(this.session)
					.challengeResponses(Map.of("USERNAME", "alice", "NEW_PASSWORD", TestPool.OTHER_PASSWORD))),
				"Invalid session for the user.");
	}

	@Test
	void respondWhenPasswordIsWeakThenRefusedAndSessionStillUsable() {
		assertRefused(() -> respond(this.session, Map.of("NEW_PASSWORD", "weak")), "InvalidPasswordException",
				"Password did not conform with policy: Password not long enough");

		assertThat(respond(this.session, Map.of()).authenticationResult().accessToken()).isNotEmpty();
	}

	@Test
	void respondWhenRequiredAttributeIsMissingThenRefused() {
		assertInvalidParameter(
				() -> this.pool.respond(ChallengeNameType.NEW_PASSWORD_REQUIRED, this.session,
						Map.of("USERNAME", "alice", "NEW_PASSWORD", TestPool.OTHER_PASSWORD)),
				"Attributes did not conform to the schema: name: The attribute is required");
	}

	@Test
	void respondWhenAttributeCannotBeSetThenRefused() {
		assertNotAuthorized(() -> respond(this.session, Map.of("userAttributes.email", "eve@example.com")),
				"Cannot modify an already provided email");
		assertInvalidParameter(() -> respond(this.session, Map.of("userAttributes.email_verified", "true")),
				"Cannot modify the non-mutable attribute email_verified");
		assertInvalidParameter(() -> respond(this.session, Map.of("NEW_PASSWORT", "typo")),
				"Parameter NEW_PASSWORT is not supported by the embedded user pool.");
	}

	@Test
	void respondWhenAllIsWellThenUserIsConfirmed() {
		InitiateAuthResponse challenge = challenge();

		RespondToAuthChallengeResponse response = respond(challenge.session(), Map.of());

		assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
		assertThat(challenge.authenticationResult()).isNull();
		assertThat(challenge.challengeParameters()).containsOnly(Map.entry("USER_ID_FOR_SRP", "alice"),
				Map.entry("requiredAttributes", "[\"userAttributes.name\"]"),
				Map.entry("userAttributes", "{\"email\":\"alice@example.com\",\"email_verified\":\"true\"}"));
		assertThat(this.pool.attributesOf(response.authenticationResult().accessToken())).containsEntry("name",
				"Alice");
		assertThat(this.pool.signIn("alice", TestPool.OTHER_PASSWORD).authenticationResult().accessToken())
			.isNotEmpty();
	}

	private InitiateAuthResponse challenge() {
		return this.pool.signIn("alice", TestPool.PASSWORD);
	}

	private RespondToAuthChallengeResponse respond(String session, Map<String, String> changes) {
		Map<String, String> responses = new HashMap<>(
				Map.of("USERNAME", "alice", "NEW_PASSWORD", TestPool.OTHER_PASSWORD, "userAttributes.name", "Alice"));
		responses.putAll(changes);
		return this.pool.respond(ChallengeNameType.NEW_PASSWORD_REQUIRED, session, responses);
	}

}
