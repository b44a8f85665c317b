package io.cognitex.embedded;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

import static io.cognitex.embedded.Refusals.INCORRECT;
import static io.cognitex.embedded.Refusals.assertInvalidParameter;
import static io.cognitex.embedded.Refusals.assertNotAuthorized;
import static io.cognitex.embedded.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class SrpSignInTests {

	private final MutableClock clock = new MutableClock();

	@AutoClose
	private final TestPool pool = TestPool.start((builder) -> builder.clock(this.clock));

	private final SrpClient srp = new SrpClient();

	SrpSignInTests() {
		this.pool.addAlice();
	}

	@Test
	void srpWhenPasswordIsWrongThenRefused() {
		assertNotAuthorized(() -> this.pool.srpSignIn("alice", "passw0rd!"), INCORRECT);
	}

	@Test
	void srpWhenFlowIsNotEnabledThenRefused() {
		try (TestPool pool = TestPool.start((builder) -> builder.explicitAuthFlows("ALLOW_USER_PASSWORD_AUTH"))) {
			assertInvalidParameter(() -> pool.srpSignIn("alice", TestPool.PASSWORD),
					"USER_SRP_AUTH is not enabled for the client.");
		}
	}

	@Test
	void srpWhenParametersAreMissingThenRefused() {
		assertInvalidParameter(() -> this.pool.initiate(AuthFlowType.USER_SRP_AUTH, Map.of("SRP_A", "2")),
				"Missing required parameter USERNAME");
		assertInvalidParameter(() -> this.pool.initiate(AuthFlowType.USER_SRP_AUTH, Map.of("USERNAME", "alice")),
				"Missing required parameter SRP_A");
	}

	@Test
	void srpWhenPublicValueIsZeroModuloNThenRefused() {
		BigInteger n = SrpClient.N;
		for (String zero : new String[] { "0", "000", n.toString(16), n.shiftLeft(1).toString(16) }) {
			assertInvalidParameter(
					() -> this.pool.initiate(AuthFlowType.USER_SRP_AUTH, Map.of("USERNAME", "alice", "SRP_A", zero)),
					"SRP_A is not a valid value");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xyz", "-2", "0x2", "2 " })
	void srpWhenPublicValueIsNoNumberThenRefused(String value) {
		assertInvalidParameter(
				() -> this.pool.initiate(AuthFlowType.USER_SRP_AUTH, Map.of("USERNAME", "alice", "SRP_A", value)),
				"SRP_A is not a valid value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP", "USERNAME" })
	void verifierWhenResponseIsMissingThenRefused(String name) {
		Map<String, String> responses = responses();
		responses.remove(name);

		assertInvalidParameter(() -> verify(responses), "Missing required parameter " + name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sat Sep 05 04:05:06 UTC 2026", "Tue Mar 3 04:05:06 Z 2026", "2026-03-03T04:05:06Z",
			"Mo März 3 04:05:06 UTC 2026" })
	void verifierWhenTimestampIsMalformedThenRefused(String timestamp) {
		Map<String, String> challenge = this.pool.srpChallenge(this.srp, "alice");

		assertInvalidParameter(
				() -> verify(
						this.srp.responses(this.pool.cognito.userPoolId(), challenge, TestPool.PASSWORD, timestamp)),
				"TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
	}

	@Test
	void verifierWhenTimestampIsNotTheSignedOneThenRefused() {
		Map<String, String> responses = responses();
		responses.put("TIMESTAMP", "Tue Mar 3 04:05:07 UTC 2026");

		assertNotAuthorized(() -> verify(responses), INCORRECT);
	}

	@Test
	void verifierWhenSecretBlockIsForgedThenRefused() {
		Map<String, String> responses = responses();
		responses.put("PASSWORD_CLAIM_SECRET_BLOCK", Base64.getEncoder().encodeToString(new byte[900]));

		assertNotAuthorized(() -> verify(responses), INCORRECT);
	}

	@Test
	void verifierWhenSecretBlockIsUsedTwiceThenRefused() {
		Map<String, String> responses = responses();
		verify(responses);

		assertNotAuthorized(() -> verify(responses), INCORRECT);
	}

	@Test
	void verifierWhenSecretBlockIsOfAnotherClientThenRefused() {
		Map<String, String> responses = responses();
		String otherClient = this.pool.cognito.addClient();

		assertNotAuthorized(() -> this.pool.client.respondToAuthChallenge((request) -> request.clientId(otherClient)
			.challengeName(ChallengeNameType.PASSWORD_VERIFIER)
			.challengeResponses(responses)), INCORRECT);
	}

	@Test
	void verifierWhenUsernameIsAnothersThenRefused() {
		this.pool.cognito.addUser(EmbeddedUser.named("bob").password(TestPool.PASSWORD).build());
		Map<String, String> responses = responses();
		responses.put("USERNAME", "bob");

		assertNotAuthorized(() -> verify(responses), INCORRECT);
	}

	@Test
	void verifierWhenItComesTooLateThenRefused() {
		Map<String, String> responses = responses();
		this.clock.advance(Duration.ofMinutes(3));

		assertNotAuthorized(() -> verify(responses), INCORRECT);
	}

	@Test
	void verifierWhenChallengeIsNotEmulatedThenRefused() {
		assertInvalidParameter(
				() -> this.pool.respond(ChallengeNameType.ADMIN_NO_SRP_AUTH, null, Map.of("USERNAME", "alice")),
				"Challenge ADMIN_NO_SRP_AUTH is not supported by the embedded user pool.");
	}

	@Test
	void srpWhenUserIsUnknownThenChallengeIsSimulated() {
		Map<String, String> first = this.pool.srpChallenge(this.srp, "nobody");
		Map<String, String> second = this.pool.srpChallenge(this.srp, "NOBODY");
		Map<String, String> real = this.pool.srpChallenge(this.srp, "alice");

		assertThat(first).containsOnlyKeys(real.keySet())
			.containsEntry("SALT", second.get("SALT"))
			.containsEntry("USER_ID_FOR_SRP", second.get("USER_ID_FOR_SRP"));
		assertThat(first.get("SRP_B")).isNotEqualTo(second.get("SRP_B"));
		assertThat(first.get("SALT").length()).isBetween(28, 32);
		assertNotAuthorized(() -> this.pool.srpSignIn("nobody", TestPool.PASSWORD), INCORRECT);
	}

	@ParameterizedTest
	@CsvSource({ ", , nobody", "email, , nobody@example.com", "phone_number, , +15555550199", ", email, nobody",
			", email, nobody@example.com" })
	void srpWhenUserIsUnknownThenUserIdLooksLikeThoseOfThePool(@Nullable String usernameAttribute,
			@Nullable String aliasAttribute, String username) {
		try (TestPool pool = TestPool.start((builder) -> builder.usernameAttributes(array(usernameAttribute))
			.aliasAttributes(array(aliasAttribute)))) {
			String userId = pool.srpChallenge(this.srp, username).get("USER_ID_FOR_SRP");

			if (username.equals("nobody")) {
				assertThat(userId).isEqualTo("nobody");
			}
			else {
				assertThat(UUID.fromString(userId)).hasToString(userId);
			}
		}
	}

	private static String[] array(@Nullable String value) {
		return (value != null) ? new String[] { value } : new String[0];
	}

	@Test
	void srpWhenUserIsUnknownAndClientIsLegacyThenRefusedAtOnce() {
		try (TestPool pool = TestPool.start((builder) -> builder.preventUserExistenceErrors("LEGACY"))) {
			assertRefused(() -> pool.srpChallenge(this.srp, "nobody"), "UserNotFoundException", "User does not exist.");
		}
	}

	@Test
	void srpWhenUserHasNoPasswordThenLooksLikeAWrongOne() {
		this.pool.cognito.addUser(EmbeddedUser.named("bob").build());

		assertNotAuthorized(() -> this.pool.srpSignIn("bob", TestPool.PASSWORD), INCORRECT);
	}

	@Test
	void srpWhenPasswordIsRightThenTokens() {
		InitiateAuthResponse challenge = this.pool.initiate(AuthFlowType.USER_SRP_AUTH,
				Map.of("USERNAME", "ALICE", "SRP_A", this.srp.publicValue()));
		RespondToAuthChallengeResponse response = verify(
				this.srp.responses(this.pool.cognito.userPoolId(), challenge.challengeParameters(), TestPool.PASSWORD));

		assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
		assertThat(challenge.session()).isNull();
		assertThat(challenge.challengeParameters()).containsEntry("USER_ID_FOR_SRP", "alice")
			.containsEntry("USERNAME", "alice");
		assertThat(response.challengeName()).isNull();
		assertThat(response.challengeParameters()).isEmpty();
		assertThat(response.authenticationResult().accessToken()).isNotEmpty();
	}

	private RespondToAuthChallengeResponse verify(Map<String, String> responses) {
		return this.pool.respond(ChallengeNameType.PASSWORD_VERIFIER, null, responses);
	}

	private Map<String, String> responses() {
		return new HashMap<>(this.srp.responses(this.pool.cognito.userPoolId(),
				this.pool.srpChallenge(this.srp, "alice"), TestPool.PASSWORD));
	}

}
